package org.saltwater.scheduling;

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
public record Appointment(
    AppointmentId id,
    ClientId client,
    TherapistId therapist,
    Instant start,
    Instant end,
    Modality modality,
    AppointmentState state,
    @Nullable Instant heldUntil) {

  public boolean isBooked() {
    return state == AppointmentState.BOOKED;
  }

  /// Whether this person is one of the two who meet.
  public boolean isWith(PersonId person) {
    return client.person().equals(person) || therapist.person().equals(person);
  }
}
