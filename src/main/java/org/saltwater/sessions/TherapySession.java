package org.saltwater.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;

/// The hour itself, with the id of the appointment it takes place in.
///
/// @param modality how it was booked
/// @param channel how the two meet now; begins as the modality, and either may change it
/// @param waitingSince when the client came into the waiting room
/// @param therapistCameAt when the therapist first looked into the room
/// @param endedBy who ended it; empty if it ran out
public record TherapySession(
    AppointmentId id,
    ClientId client,
    TherapistId therapist,
    Instant start,
    Instant end,
    Modality modality,
    Modality channel,
    SessionState state,
    Optional<Instant> waitingSince,
    Optional<Instant> therapistCameAt,
    Optional<Instant> beganAt,
    Optional<Instant> endedAt,
    Optional<PersonId> endedBy) {
  /// From here on nobody who had waited can be blamed for having gone: our own choice of figure.
  static final Duration LATE = Duration.ofMinutes(15);

  /// An hour may run over; one that nobody ended is over after this.
  static final Duration LONGEST_OVERRUN = Duration.ofMinutes(60);

  public Instant opensAt() {
    return start.minus(Appointment.EARLY);
  }

  /// Whether the room can be entered: it has opened, and the hour is not over.
  public boolean isOpenAt(Instant now) {
    return !state.isOver()
        && !now.isBefore(opensAt())
        && (now.isBefore(end) || state == SessionState.IN_SESSION);
  }

  /// Whether nothing can come of it any more: it is over, or its time went by without it.
  public boolean isPastAt(Instant now) {
    return state.isOver() || state != SessionState.IN_SESSION && !now.isBefore(end);
  }

  /// Whether the two meet this way right now.
  public boolean runsBy(Modality way) {
    return state == SessionState.IN_SESSION && channel == way;
  }

  /// When it ended; for an hour that took place.
  public Instant over() {
    return endedAt.orElse(end);
  }

  /// When the hour is over even if nobody ends it.
  public Instant overAtTheLatest() {
    return end.plus(LONGEST_OVERRUN);
  }

  /// Whether this person is one of the two who meet.
  public boolean isWith(PersonId person) {
    return client.person().equals(person) || therapist.person().equals(person);
  }

  /// The person the given one meets.
  public PersonId other(PersonId person) {
    return client.person().equals(person) ? therapist.person() : client.person();
  }

  TherapySession waiting(Instant now) {
    return to(SessionState.WAITING, Optional.of(now), beganAt, endedAt, endedBy);
  }

  TherapySession begun(Instant now) {
    return to(SessionState.IN_SESSION, waitingSince, Optional.of(now), endedAt, endedBy);
  }

  TherapySession by(Modality next) {
    return with(next, state, waitingSince, therapistCameAt, beganAt, endedAt, endedBy);
  }

  TherapySession ended(Instant now, Optional<PersonId> by) {
    return to(SessionState.ENDED, waitingSince, beganAt, Optional.of(now), by);
  }

  TherapySession cancelled() {
    return to(SessionState.CANCELLED, waitingSince, beganAt, endedAt, endedBy);
  }

  /// Missed by whom: whoever had come by the end of the hour has not missed it.
  TherapySession missed() {
    var by =
        state == SessionState.WAITING
            ? cameTooLate() ? SessionState.MISSED_EACH_OTHER : SessionState.MISSED_BY_THERAPIST
            : therapistCameAt.isPresent()
                ? SessionState.MISSED_BY_CLIENT
                : SessionState.MISSED_BY_BOTH;
    return to(by, waitingSince, beganAt, endedAt, endedBy);
  }

  /// Whether the client came late, to a room in which the therapist had been before.
  private boolean cameTooLate() {
    return waitingSince
        .filter(since -> !since.isBefore(start.plus(LATE)))
        .filter(since -> therapistCameAt.filter(came -> came.isBefore(since)).isPresent())
        .isPresent();
  }

  TherapySession withTherapist(Instant came) {
    return with(channel, state, waitingSince, Optional.of(came), beganAt, endedAt, endedBy);
  }

  private TherapySession to(
      SessionState next,
      Optional<Instant> waiting,
      Optional<Instant> began,
      Optional<Instant> ended,
      Optional<PersonId> by) {
    if (!state.canBecome(next)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    return with(channel, next, waiting, therapistCameAt, began, ended, by);
  }

  private TherapySession with(
      Modality nextChannel,
      SessionState next,
      Optional<Instant> waiting,
      Optional<Instant> came,
      Optional<Instant> began,
      Optional<Instant> ended,
      Optional<PersonId> by) {
    return new TherapySession(
        id,
        client,
        therapist,
        start,
        end,
        modality,
        nextChannel,
        next,
        waiting,
        came,
        began,
        ended,
        by);
  }
}
