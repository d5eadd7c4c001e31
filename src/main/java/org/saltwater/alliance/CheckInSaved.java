package org.saltwater.alliance;

import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;

/// A person said how an hour was, or chose not to.
public record CheckInSaved(AppointmentId session, PersonId person) {}
