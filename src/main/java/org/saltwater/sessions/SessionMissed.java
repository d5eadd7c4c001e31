package org.saltwater.sessions;

import org.saltwater.kernel.AppointmentId;

/// A therapy hour did not take place: the client, the therapist, or both did not come.
public record SessionMissed(AppointmentId session) {}
