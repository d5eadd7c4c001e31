package org.saltwater.care.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.saltwater.care.CareProblem;
import org.saltwater.care.Episodes;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.matching.Explanation;
import org.saltwater.matching.HardFilter;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.Matching;
import org.saltwater.safety.RiskLevel;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentState;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.SchedulingProblem;
import org.saltwater.therapists.TherapistProblem;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
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
  private final Episodes episodes;
  private final Therapists therapists;
  private final Intakes intakes;
  private final People people;
  private final Matching matching;
  private final RateLimits limits;
  private final TransactionTemplate transaction;
  private final WaysToMeet ways;

  Booking(
      Appointments appointments,
      Episodes episodes,
      Therapists therapists,
      Intakes intakes,
      People people,
      Matching matching,
      RateLimits limits,
      WaysToMeet ways,
      TransactionTemplate transaction) {
    this.appointments = appointments;
    this.episodes = episodes;
    this.therapists = therapists;
    this.intakes = intakes;
    this.people = people;
    this.matching = matching;
    this.limits = limits;
    this.transaction = transaction;
    this.ways = ways;
  }

  /// Keeps a time for ten minutes.
  ///
  /// @param key the request's Idempotency-Key
  /// @throws Refusal as [#checkMayBook] and [Appointments#hold]; modality-not-offered;
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
    checkMayBook(client, therapist);
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
  ///     [#checkMayBook] has changed
  @Transactional
  Appointment confirm(AppointmentId id, ClientId client) {
    // In this order always: the appointment's turn is taken before the therapist's row is locked.
    var booked = appointments.confirm(id, client);
    if (episodes.findOpen(client, booked.therapist()).isEmpty()) {
      checkStillMayBook(client, booked.therapist());
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
  ///     [#checkMayBook], [Appointments#hold] and [Appointments#move]
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
    checkMayBook(client, old.therapist());
    var next =
        key.isPresent()
            ? appointments.hold(client, old.therapist(), start, old.modality(), key.get())
            : appointments.hold(client, old.therapist(), start, old.modality());
    return appointments.move(from, next.id(), client);
  }

  /// Where the client's clock runs, as far as the questionnaire tells.
  Optional<ZoneId> findZone(ClientId client) {
    return findAnswers(client).map(MatchingAnswers::zone);
  }

  /// Someone new to a therapist has answered the questionnaire and passes the filters that matching
  /// shows them by, whichever way they came here. When they meet is their own choice.
  ///
  /// @throws Refusal no-way-to-meet, already-with-therapist, questionnaire-first, therapist-full,
  // and
  ///     the others of [BookingProblem]
  void checkMayBook(ClientId client, TherapistId therapist) {
    if (ways.among(therapists.get(therapist).modalities()).isEmpty()) {
      throw new Refusal(BookingProblem.NO_WAY_TO_MEET);
    }
    if (isWith(client, therapist)) {
      return;
    }
    var answers =
        findAnswers(client).orElseThrow(() -> new Refusal(BookingProblem.QUESTIONNAIRE_FIRST));
    if (therapists.get(therapist).free() == 0) {
      throw new Refusal(TherapistProblem.THERAPIST_FULL);
    }
    if (matching.explain(MatchRequest.of(answers), therapist)
        instanceof Explanation.DoesNotFit not) {
      not.obstacles().stream()
          .flatMap(obstacle -> problem(obstacle.filter()).stream())
          .findFirst()
          .ifPresent(
              problem -> {
                throw new Refusal(problem);
              });
    }
  }

  /// Once more when a held time is booked, on what is stored now: what the law and safety ask for.
  private void checkStillMayBook(ClientId client, TherapistId therapist) {
    if (isWith(client, therapist)) {
      return;
    }
    var answers =
        findAnswers(client).orElseThrow(() -> new Refusal(BookingProblem.QUESTIONNAIRE_FIRST));
    var profile = therapists.get(therapist);
    if (!profile.isLicensedFor(answers.where())) {
      throw new Refusal(BookingProblem.NOT_LICENSED_THERE);
    }
    if (answers.risk() == RiskLevel.HIGH && !profile.worksWithHighRisk()) {
      throw new Refusal(BookingProblem.OTHER_EXPERIENCE_NEEDED);
    }
  }

  /// @throws Refusal already-with-therapist, if it is another one
  private boolean isWith(ClientId client, TherapistId therapist) {
    var open = episodes.listOpenFor(client);
    if (open.stream().anyMatch(it -> it.therapist().equals(therapist))) {
      return true;
    }
    if (!open.isEmpty()) {
      throw new Refusal(CareProblem.ALREADY_WITH_THERAPIST);
    }
    return false;
  }

  private static Optional<ProblemType> problem(HardFilter filter) {
    return switch (filter) {
      case LICENSED_WHERE_CLIENT_IS -> Optional.of(BookingProblem.NOT_LICENSED_THERE);
      case LANGUAGE -> Optional.of(BookingProblem.NO_COMMON_LANGUAGE);
      case MODALITY -> Optional.of(BookingProblem.NO_COMMON_WAY);
      case COMPETENT_FOR_RISK -> Optional.of(BookingProblem.OTHER_EXPERIENCE_NEEDED);
      case CLIENT_EXCLUSIONS -> Optional.of(BookingProblem.AGAINST_WISHES);
      case FREE_CAPACITY -> Optional.of(TherapistProblem.THERAPIST_FULL);
      case NOT_LEFT_OUT, BOOKABLE_SOON, HOURS_OVERLAP -> Optional.empty();
    };
  }

  private Optional<MatchingAnswers> findAnswers(ClientId client) {
    return intakes.matchingAnswers(Evidence.own(client));
  }
}
