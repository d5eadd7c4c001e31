package org.saltwater.care.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.saltwater.care.Episodes;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentState;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.SchedulingProblem;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// From a free time to an appointment. The first one with a therapist also takes a place with them
/// and opens the episode of care: all of it happens, or nothing.
@Service
class Booking {
  /// Many may want the same hour at the same moment. They wait here, in the order they came, rather
  /// than for database connections, which everyone else's pages need too.
  private static final int AT_ONCE = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Appointments appointments;
  private final BookingRules rules;
  private final Episodes episodes;
  private final Therapists therapists;
  private final People people;
  private final RateLimits limits;
  private final TransactionTemplate transaction;
  private final WaysToMeet ways;

  Booking(
      Appointments appointments,
      BookingRules rules,
      Episodes episodes,
      Therapists therapists,
      People people,
      RateLimits limits,
      WaysToMeet ways,
      TransactionTemplate transaction) {
    this.appointments = appointments;
    this.rules = rules;
    this.episodes = episodes;
    this.therapists = therapists;
    this.people = people;
    this.limits = limits;
    this.transaction = transaction;
    this.ways = ways;
  }

  /// Keeps a time for ten minutes.
  ///
  /// @param key the request's Idempotency-Key
  /// @throws Refusal as [BookingRules#check] and [Appointments#hold]; modality-not-offered;
  ///     too-many-requests if the crowd is too large to be asked in time
  Appointment hold(
      ClientId client,
      TherapistId therapist,
      Instant start,
      Modality modality,
      Optional<String> key) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal(GeneralProblem.TOO_MANY_REQUESTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(GeneralProblem.TOO_MANY_REQUESTS);
    }
    try {
      return holdInTurn(client, therapist, start, modality, key);
    } finally {
      turns.release();
    }
  }

  private Appointment holdInTurn(
      ClientId client,
      TherapistId therapist,
      Instant start,
      Modality modality,
      Optional<String> key) {
    rules.check(client, therapist);
    if (!ways.among(therapists.get(therapist).modalities()).contains(modality)) {
      throw new Refusal(BookingProblem.MODALITY_NOT_OFFERED);
    }
    return key.isPresent()
        ? appointments.hold(client, therapist, start, modality, key.get())
        : appointments.hold(client, therapist, start, modality);
  }

  /// Books a held time; again changes nothing.
  ///
  /// @throws Refusal as [Appointments#confirm]; therapist-full, and again whatever of
  ///     [BookingRules#check] has changed
  @Transactional
  Appointment confirm(AppointmentId id, ClientId client) {
    // In this order always: the appointment's turn is taken before the therapist's row is locked.
    var booked = appointments.confirm(id, client);
    if (episodes.findOpen(client, booked.therapist()).isEmpty()) {
      rules.checkStill(client, booked.therapist());
      therapists.takePlace(booked.therapist());
      episodes.open(client, booked.therapist());
    }
    return booked;
  }

  /// Makes the visitor's account and books with it, or neither. Whether an address is taken can't
  // be
  /// kept from whoever books with it (SECURITY.md says why); asking often is made slow, and the
  /// address's owner hears of it.
  ///
  /// @param from the network address that asks
  /// @throws Refusal as [#confirm] and [People#register]; too-many-requests
  Appointment confirm(AppointmentId id, NewPerson account, String from) {
    limits.spend(RateLimit.REGISTRATION, from);
    limits.spend(RateLimit.REGISTRATION_TAKEN, from);
    try {
      var booked =
          transaction.execute(
              status -> {
                people.register(account);
                return confirm(id, ClientId.of(account.id()));
              });
      limits.giveBack(RateLimit.REGISTRATION_TAKEN, from);
      return booked;
    } catch (Refusal refusal) {
      if (refusal.type() == IdentityProblem.ALREADY_REGISTERED) {
        people.tellOwnerOf(account.email());
      } else {
        limits.giveBack(RateLimit.REGISTRATION_TAKEN, from);
      }
      throw refusal;
    }
  }

  /// Books another time with the same therapist and gives the first one up, or neither. Only what
  // is
  /// booked can be moved: a hold has not been through [#confirm] and what it checks.
  ///
  /// @throws Refusal not-found for someone else's; appointment-cancelled if it is not booked; and
  // as
  ///     [BookingRules#check], [Appointments#hold] and [Appointments#move]
  @Transactional
  Appointment move(ClientId client, AppointmentId from, Instant start, Optional<String> key) {
    var old =
        appointments
            .find(from)
            .filter(it -> it.client().equals(client))
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    appointments.takeTurns(client, Set.of(old.therapist()));
    // One given up may be asked for again with the key that moved it; [Appointments#move] decides.
    var state = appointments.get(from).state();
    if (state != AppointmentState.BOOKED && state != AppointmentState.CANCELLED) {
      throw new Refusal(SchedulingProblem.APPOINTMENT_CANCELLED);
    }
    rules.check(client, old.therapist());
    var next =
        key.isPresent()
            ? appointments.hold(client, old.therapist(), start, old.modality(), key.get())
            : appointments.hold(client, old.therapist(), start, old.modality());
    return appointments.move(from, next.id(), client);
  }
}
