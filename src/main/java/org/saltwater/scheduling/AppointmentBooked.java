package org.saltwater.scheduling;

import org.saltwater.kernel.AppointmentId;

/// A time was booked, or moved to.
public record AppointmentBooked(AppointmentId appointment) {}
