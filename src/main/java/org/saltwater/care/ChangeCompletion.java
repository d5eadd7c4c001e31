package org.saltwater.care;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.RiskLevel;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The step in which a client goes from one therapist to the next: places, appointments, edges and
/// handover together, so that nobody is ever left between two chairs.
@Component
class ChangeCompletion {
  private final ChangeRows rows;
  private final Episodes episodes;
  private final Handovers handovers;
  private final Therapists therapists;
  private final Appointments appointments;
  private final Intakes intakes;
  private final CareNotices notices;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangeCompletion(
      ChangeRows rows,
      Episodes episodes,
      Handovers handovers,
      Therapists therapists,
      Appointments appointments,
      Intakes intakes,
      CareNotices notices,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.episodes = episodes;
    this.handovers = handovers;
    this.therapists = therapists;
    this.appointments = appointments;
    this.intakes = intakes;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  Appointment complete(UUID id, ClientId client, TherapistId to, Instant start, Modality modality) {
    // From here on a second change of the same client waits, and then finds this one done.
    var change = rows.findToChange(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    if (rows.isDoneWith(id, to, start)) {
      return booked(client, to, start);
    }
    requireBegun(change);
    var travels = change.travels().orElseThrow(() -> new Refusal(CareProblem.CHANGE_UNFINISHED));
    var current =
        episodes.listOpenToChange(client).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal(CareProblem.NO_THERAPIST_YET));
    if (to.equals(current.therapist()) && !current.isDeputy()) {
      throw new Refusal(CareProblem.SAME_THERAPIST);
    }
    requireFit(change, to, modality);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!to.equals(current.therapist())) {
      appointments.cancelAllBetween(client, current.therapist());
    }
    // The hour first and the place after it, as everywhere: two who want both never wait in a ring.
    var first = appointments.confirm(appointments.hold(client, to, start, modality).id(), client);
    movePlace(current, to);
    episodes.close(client, current.therapist(), EndReason.THERAPIST_CHANGED, client.person());
    episodes.open(
        client, to, null, "changed", Reach.handedOver(travels, now), client.person(), now);
    rows.setDone(id, to, start, now);
    handovers.add(change, to, travels, now);
    if (travels.contains(Scope.SUMMARY)) {
      notices.summaryWelcome(change.from());
    }
    write(change, client, travels);
    events.publishEvent(new TherapistChanged(client, current.therapist(), to));
    return first;
  }

  static TherapistChange requireBegun(TherapistChange change) {
    if (change.state() != ChangeState.BEGUN) {
      throw new Refusal(CareProblem.CHANGE_ALREADY_MADE);
    }
    return change;
  }

  /// Where they may practise, whom they can take on, how they meet: everything else is the client's
  /// own choice.
  private void requireFit(TherapistChange change, TherapistId to, Modality modality) {
    var answers =
        intakes
            .matchingAnswers(Evidence.own(change.client()))
            .orElseThrow(() -> new Refusal(CareProblem.QUESTIONNAIRE_NEEDED));
    var profile = therapists.get(to);
    if (!profile.isLicensedFor(answers.where())
        || !profile.modalities().contains(modality)
        || (answers.risk() == RiskLevel.HIGH && !profile.worksWithHighRisk())) {
      throw new Refusal(CareProblem.THERAPIST_DOES_NOT_FIT);
    }
  }

  /// In the order of ids, so that two clients who go opposite ways never wait for each other. A
  /// deputy holds no place, so there is none to give back.
  private void movePlace(Episode current, TherapistId to) {
    var from = current.therapist();
    var releases = !current.isDeputy();
    if (releases && from.value().compareTo(to.value()) < 0) {
      therapists.releasePlace(from);
      therapists.takePlace(to);
    } else {
      therapists.takePlace(to);
      if (releases) {
        therapists.releasePlace(from);
      }
    }
  }

  private Appointment booked(ClientId client, TherapistId to, Instant start) {
    return appointments.listFor(client).stream()
        .filter(it -> it.therapist().equals(to) && it.start().equals(start))
        .findFirst()
        .orElseThrow(() -> new Refusal(CareProblem.CHANGE_ALREADY_MADE));
  }

  private void write(TherapistChange change, ClientId client, Set<Scope> travels) {
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
