package org.saltwater.sessions.company;

import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;

/// Somebody may not be in an hour any more, or not yet: their place in its room is taken away.
public record CompanionGone(AppointmentId session, PersonId companion) {}
