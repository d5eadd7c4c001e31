package org.saltwater.care.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentState;

/// An appointment as the API tells it.
///
/// @param heldUntil only while it is held
record AppointmentBody(
    UUID id,
    UUID client,
    UUID therapist,
    Instant start,
    Instant end,
    Modality modality,
    AppointmentState state,
    @Nullable Instant heldUntil) {

  static AppointmentBody of(Appointment it) {
    return new AppointmentBody(
        it.id().value(),
        it.client().value(),
        it.therapist().value(),
        it.start(),
        it.end(),
        it.modality(),
        it.state(),
        it.heldUntil());
  }
}
