package org.saltwater.sessions;

import org.saltwater.kernel.AppointmentId;

/// A therapy hour that took place is over.
public record SessionEnded(AppointmentId session) {}
