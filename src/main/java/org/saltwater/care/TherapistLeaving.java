package org.saltwater.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.therapists.TherapistLeft;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// When a therapist leaves the practice, the deputy looks after each of their clients until the
/// client has chosen. All in the transaction in which they leave: no client and no appointment is
/// left with someone who is gone. The deputy reads nothing from before; that is the client's
/// choice.
@Component
class TherapistLeaving {
  private final Episodes episodes;
  private final Edges edges;
  private final Therapists therapists;
  private final Appointments appointments;
  private final CareNotices notices;
  private final TransactionTemplate attempt;
  private final Clock clock;

  TherapistLeaving(
      Episodes episodes,
      Edges edges,
      Therapists therapists,
      Appointments appointments,
      CareNotices notices,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.episodes = episodes;
    this.edges = edges;
    this.therapists = therapists;
    this.appointments = appointments;
    this.notices = notices;
    this.attempt = new TransactionTemplate(transactions);
    this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void on(TherapistLeft event) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (var episode : episodes.listOpenFor(event.therapist())) {
      handToDeputy(episode, event.deputy(), now);
      notices.therapistLeft(episode.client());
    }
    for (var appointment : comingWith(event.therapist(), now)) {
      appointments.cancel(appointment.id(), event.therapist().person());
      var moved = moveTo(event.deputy(), appointment);
      notices.appointmentAfterLeaving(appointment, moved);
    }
    edges.closeAllHeldBy(event.therapist().person());
  }

  private void handToDeputy(Episode episode, TherapistId deputy, Instant now) {
    var client = episode.client();
    episodes.close(client, episode.therapist(), EndReason.THERAPIST_LEFT, null);
    if (!episode.isDeputy()) {
      therapists.releasePlace(episode.therapist());
    }
    if (episodes.findOpen(client, deputy).isEmpty()) {
      episodes.open(
          client,
          deputy,
          episode.deputyFor().orElse(episode.therapist()),
          "deputy",
          Reach.handedOver(Set.of(Scope.APPOINTMENTS), now),
          null,
          now);
    }
  }

  private List<Appointment> comingWith(TherapistId therapist, Instant now) {
    return appointments.listFor(therapist, now, now.plus(Duration.ofDays(3_650))).stream()
        .filter(it -> it.start().isAfter(now))
        .toList();
  }

  /// To the same time with the deputy, if they are free then and the client has them as a deputy.
  private boolean moveTo(TherapistId deputy, Appointment appointment) {
    ClientId client = appointment.client();
    if (episodes.findOpen(client, deputy).isEmpty()) {
      return false;
    }
    try {
      attempt.executeWithoutResult(
          status ->
              appointments.confirm(
                  appointments
                      .hold(client, deputy, appointment.start(), appointment.modality())
                      .id(),
                  client));
      return true;
    } catch (Refusal notFree) {
      return false;
    }
  }
}
