package org.saltwater.alliance;

import java.time.Instant;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;

/// A check-in that was saved.
///
/// @param person whose view it is: the client's or the therapist's
/// @param hourAt when the hour ended
/// @param answers empty if the person skipped it; its words only for whoever may read them
/// @param feltWrong whether something felt wrong: told to the person and to the therapist of that
///     hour
public record SavedCheckIn(
    AppointmentId session,
    PersonId person,
    Instant hourAt,
    Instant savedAt,
    Optional<CheckIn> answers,
    boolean feltWrong) {}
