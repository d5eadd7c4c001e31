package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.stereotype.Component;

/// Keeps a time for a client for ten minutes, one at a time. Joins the caller's transaction.
@Component
class Holds {
  private final HoldRows rows;
  private final Turns turns;
  private final Availabilities availabilities;
  private final Clock clock;

  Holds(HoldRows rows, Turns turns, Availabilities availabilities, Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.availabilities = availabilities;
    this.clock = clock;
  }

  /// @param key the request's Idempotency-Key: the same key gives the same appointment again
  /// @throws Refusal slot-taken, slot-not-offered, client-busy, idempotency-key-reused
  Appointment hold(
      ClientId client,
      TherapistId therapist,
      Instant start,
      Modality modality,
      Optional<String> key) {
    var before = key.flatMap(it -> rows.findByRequest(client, it));
    if (before.isPresent()) {
      return sameRequest(before.get(), therapist, start, modality);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var availability =
        availabilities
            .find(therapist)
            .filter(it -> Slots.isOffered(it, start, now))
            .orElseThrow(() -> new Refusal(SchedulingProblem.SLOT_NOT_OFFERED));
    var end = start.plus(availability.length());
    var needed = new Span(start, end.plus(availability.buffer()));
    if (rows.isTakenByAnother(therapist, client, needed, now)) {
      // Told at once, without waiting for a turn: many may want the same time.
      throw new Refusal(SchedulingProblem.SLOT_TAKEN);
    }
    turns.take(client, List.of(therapist));
    var held = rows.findHold(client, therapist, start, now);
    if (held.isPresent()) {
      rows.setModality(held.get().id(), modality);
      return rows.findHold(client, therapist, start, now).orElseThrow();
    }
    rows.clearTheWay(client, therapist, needed, now);
    var appointment =
        new Appointment(
            AppointmentId.random(),
            client,
            therapist,
            start,
            end,
            modality,
            AppointmentState.HELD,
            now.plus(Appointments.HOLD),
            null);
    if (rows.insert(appointment, needed.end(), key.orElse(null), now)) {
      return appointment;
    }
    var meanwhile = key.flatMap(it -> rows.findByRequest(client, it));
    if (meanwhile.isPresent()) {
      return sameRequest(meanwhile.get(), therapist, start, modality);
    }
    throw new Refusal(
        rows.isBusy(client, new Span(start, end), now)
            ? SchedulingProblem.CLIENT_BUSY
            : SchedulingProblem.SLOT_TAKEN);
  }

  private static Appointment sameRequest(
      Appointment made, TherapistId therapist, Instant start, Modality modality) {
    if (!made.therapist().equals(therapist)
        || !made.start().equals(start)
        || made.modality() != modality) {
      throw new Refusal(SchedulingProblem.KEY_REUSED);
    }
    return made;
  }

  /// Frees the time of a hold that has run out, so that it may be booked all the same.
  void makeWay(Appointment lapsed, Instant blockedUntil) {
    var needed = new Span(lapsed.start(), blockedUntil);
    rows.clearTheWay(lapsed.client(), lapsed.therapist(), needed, clock.instant());
  }
}
