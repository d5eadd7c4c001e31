package org.saltwater.care;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The step in which a client goes from one therapist to the next, or stays with a deputy: places,
/// appointments, edges and handover together, so that nobody is ever left between two chairs.
@Component
class ChangeCompletion {
  private final ChangeRows rows;
  private final ChangeFit fit;
  private final Episodes episodes;
  private final Handovers handovers;
  private final Therapists therapists;
  private final Appointments appointments;
  private final CareNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  ChangeCompletion(
      ChangeRows rows,
      ChangeFit fit,
      Episodes episodes,
      Handovers handovers,
      Therapists therapists,
      Appointments appointments,
      CareNotices notices,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.fit = fit;
    this.episodes = episodes;
    this.handovers = handovers;
    this.therapists = therapists;
    this.appointments = appointments;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  Appointment complete(UUID id, ClientId client, TherapistId to, Instant start, Modality modality) {
    // From here on a second change of the same client waits, and then finds this one done.
    var change = rows.findToChange(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    if (rows.isDoneWith(id, to, start)) {
      return booked(client, to, start);
    }
    var current = current(change);
    // In the order in which everyone takes turns, before anything is looked at: an hour confirmed
    // in a second tab comes before or after, never in between.
    appointments.takeTurns(client, List.of(current.therapist(), to));
    fit.require(change, current, to, modality);
    Supplier<Appointment> book =
        () -> appointments.confirm(appointments.hold(client, to, start, modality).id(), client);
    Appointment first;
    if (to.equals(current.therapist())) {
      first = book.get();
      stay(change, current, start);
    } else {
      appointments.cancelAllBetween(client, current.therapist());
      first = book.get();
      go(change, current, to, start);
    }
    return first;
  }

  /// With the deputy, whose next hour is booked another time.
  @Transactional
  void stay(UUID id, ClientId client) {
    var change = rows.findToChange(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    var open = episodes.findOpen(client).map(Episode::therapist);
    if (change.state() == ChangeState.DONE && change.to().equals(open)) {
      return;
    }
    var current = current(change);
    fit.require(change, current, current.therapist(), null);
    stay(change, current, null);
  }

  static TherapistChange requireBegun(TherapistChange change) {
    if (!change.state().canBecome(ChangeState.DONE)) {
      throw new Refusal(CareProblem.CHANGE_ALREADY_MADE);
    }
    return change;
  }

  /// Where the client is now, under their turn.
  ///
  /// @throws Refusal `change-already-made` if that is not the place this change begins from
  private Episode current(TherapistChange change) {
    requireBegun(change);
    appointments.takeTurn(change.client());
    var current =
        episodes
            .findOpenToChange(change.client())
            .orElseThrow(() -> new Refusal(CareProblem.NO_THERAPIST_YET));
    if (!current.deputyFor().orElse(current.therapist()).equals(change.from())) {
      throw new Refusal(CareProblem.CHANGE_ALREADY_MADE);
    }
    return current;
  }

  private void go(TherapistChange change, Episode current, TherapistId to, Instant start) {
    var client = change.client();
    // The hour first and the places after it, as everywhere: two who want both never wait in a
    // ring. A deputy holds no place, so there is none to give back.
    therapists.lock(Set.of(current.therapist(), to));
    if (!current.isDeputy()) {
      therapists.releasePlace(current.therapist());
    }
    therapists.takePlace(to);
    var now = now();
    var travels = travels(change);
    var reach = reach(change, travels, now);
    episodes.close(client, current.therapist(), EndReason.THERAPIST_CHANGED, client.person());
    episodes.open(client, to, null, "changed", reach, client.person(), now);
    finish(change, to, travels, start, now);
  }

  /// Nothing closes: the deputy becomes the therapist, and reads from now on what was chosen.
  private void stay(TherapistChange change, Episode current, @Nullable Instant start) {
    var now = now();
    var travels = travels(change);
    therapists.takePlace(current.therapist());
    episodes.stay(current, reach(change, travels, now));
    finish(change, current.therapist(), travels, start, now);
  }

  private void finish(
      TherapistChange change,
      TherapistId to,
      Set<Scope> travels,
      @Nullable Instant start,
      Instant now) {
    rows.setDone(change.id(), to, start, now);
    handovers.add(change, to, travels, now);
    if (travels.contains(Scope.SUMMARY)) {
      notices.summaryWelcome(change.from());
    }
    write(change, travels);
  }

  /// What was chosen, but for the summary of someone who can't write it any more.
  private Set<Scope> travels(TherapistChange change) {
    var chosen = EnumSet.noneOf(Scope.class);
    chosen.addAll(change.travels().orElseThrow());
    if (therapists.get(change.from()).standing() == Standing.LEFT) {
      chosen.remove(Scope.SUMMARY);
    }
    return chosen;
  }

  private Reach reach(TherapistChange change, Set<Scope> travels, Instant now) {
    var before =
        episodes.findLast(change.client(), change.from()).map(Episode::openedAt).orElse(now);
    return Reach.handedOver(travels, before, now);
  }

  private Appointment booked(ClientId client, TherapistId to, Instant start) {
    return appointments.listFor(client).stream()
        .filter(it -> it.therapist().equals(to) && it.start().equals(start))
        .findFirst()
        .orElseThrow(() -> new Refusal(CareProblem.CHANGE_ALREADY_MADE));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void write(TherapistChange change, Set<Scope> travels) {
    var client = change.client();
    audit.write(
        new AuditEntry(
            client.person(), AuditAction.THERAPIST_CHANGED, client, "care.therapist", "client"));
    travels.stream()
        .sorted()
        .forEach(
            part ->
                audit.write(
                    new AuditEntry(
                        client.person(),
                        AuditAction.HANDED_OVER,
                        client,
                        "record." + part.code(),
                        "change:" + change.id())));
  }
}
