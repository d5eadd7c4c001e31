package org.saltwater.scheduling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;

/// A time in two calendars; the hour itself is a `TherapySession` with the same id.
///
/// @param heldUntil while it is held and not yet booked: until when it is kept; otherwise null
/// @param overAt when its hour was over, if that was before its end; otherwise null
public record Appointment(
    AppointmentId id,
    ClientId client,
    TherapistId therapist,
    Instant start,
    Instant end,
    Modality modality,
    AppointmentState state,
    @Nullable Instant heldUntil,
    @Nullable Instant overAt) {

  /// Its room opens this long before the hour: time to sit down, not to grow nervous.
  public static final Duration EARLY = Duration.ofMinutes(10);

  public Instant roomOpensAt() {
    return start.minus(EARLY);
  }

  /// Whether it is time to go into its room. Until then a page says when, and no button calls.
  public boolean isRoomOpenAt(Instant now) {
    return !now.isBefore(roomOpensAt()) && !isOverAt(now);
  }

  /// Whether its time is past, or its hour was ended before: nobody is sent back into an empty
  // room.
  public boolean isOverAt(Instant now) {
    return !now.isBefore(overAt == null ? end : overAt);
  }

  public boolean isBooked() {
    return state == AppointmentState.BOOKED;
  }

  /// Whether this person is one of the two who meet.
  public boolean isWith(PersonId person) {
    return client.person().equals(person) || therapist.person().equals(person);
  }
}
