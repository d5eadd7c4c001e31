package org.saltwater.scheduling;

import org.saltwater.kernel.AppointmentId;

/// A booked time was given up, or moved from.
public record AppointmentCancelled(AppointmentId appointment) {}
