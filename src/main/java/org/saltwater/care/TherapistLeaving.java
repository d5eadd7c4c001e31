package org.saltwater.care;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistLeft;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// When a therapist leaves the practice, the deputy looks after each of their clients until the
/// client has chosen. The deputy reads nothing from before; that is the client's choice.
///
/// Leaving is one short step, after which nobody can book with them any more. Handing over follows
/// at once, each client in a step of their own: under the client's turn, so that nothing is booked
/// or changed meanwhile, and without keeping one client's turn while asking for the next one's. The
/// event is stored: if the machine stops halfway, the rest is handed over when it starts again.
@Component
class TherapistLeaving {
  private static final int ATTEMPTS = 3;
  private static final Duration FAR_AHEAD = Duration.ofDays(3_650);

  private final Episodes episodes;
  private final Edges edges;
  private final Therapists therapists;
  private final Appointments appointments;
  private final Intakes intakes;
  private final CareNotices notices;
  private final TransactionTemplate step;
  private final Clock clock;

  TherapistLeaving(
      Episodes episodes,
      Edges edges,
      Therapists therapists,
      Appointments appointments,
      Intakes intakes,
      CareNotices notices,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.episodes = episodes;
    this.edges = edges;
    this.therapists = therapists;
    this.appointments = appointments;
    this.intakes = intakes;
    this.notices = notices;
    this.step = new TransactionTemplate(transactions);
    this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @TransactionalEventListener
  public void on(TherapistLeft event) {
    var left = event.therapist();
    for (var client : listClientsOf(left)) {
      inTurn(() -> handOver(client, left));
    }
    inTurn(() -> edges.closeAllHeldBy(left.person(), EndReason.THERAPIST_LEFT));
  }

  private Set<ClientId> listClientsOf(TherapistId left) {
    var now = clock.instant();
    var clients = new LinkedHashSet<ClientId>();
    episodes.listOpenFor(left).forEach(it -> clients.add(it.client()));
    appointments.listFor(left, now, now.plus(FAR_AHEAD)).forEach(it -> clients.add(it.client()));
    return clients;
  }

  /// PostgreSQL ends one of two who wait for each other; that one begins again.
  private void inTurn(Runnable handingOver) {
    for (var attempt = 1; ; attempt++) {
      try {
        step.executeWithoutResult(status -> handingOver.run());
        return;
      } catch (PessimisticLockingFailureException busy) {
        if (attempt == ATTEMPTS) {
          throw busy;
        }
      }
    }
  }

  /// Turns before profiles, and profiles before edges and conversations: the order in which
  /// everyone takes them.
  private void handOver(ClientId client, TherapistId left) {
    var deputy = therapists.getDeputyOf(left);
    appointments.takeTurns(client, Set.of(left, deputy));
    var profile =
        therapists.lock(Set.of(left, deputy)).stream()
            .filter(it -> it.id().equals(deputy) && it.standing() != Standing.LEFT)
            .findFirst()
            // With theirs, the next time.
            .orElseThrow(() -> new CannotAcquireLockException("the deputy has left meanwhile"));
    var episode = episodes.findOpen(client, left);
    var hours = moveHours(client, left, profile);
    episode.ifPresent(it -> lookAfter(it, deputy));
    if (episode.isPresent() || !hours.isEmpty()) {
      notices.therapistLeft(client, hours);
    }
  }

  /// What became of an hour that was booked with the one who left.
  record Hour(Appointment before, boolean stays) {}

  /// Each hour to the same time with the deputy, if they may and can take it; otherwise it is given
  /// up.
  private List<Hour> moveHours(ClientId client, TherapistId left, TherapistProfile deputy) {
    var hours = new ArrayList<Hour>();
    for (var hour : appointments.listComing(client)) {
      if (hour.therapist().equals(left) && hour.start().isAfter(clock.instant())) {
        var next =
            appointments.handOver(
                hour.id(), mayTake(deputy, hour) ? Optional.of(deputy.id()) : Optional.empty());
        hours.add(new Hour(hour, next.isPresent()));
      }
    }
    return hours;
  }

  /// They look after the client, may practise where the client is, and meet people in that way.
  private boolean mayTake(TherapistProfile deputy, Appointment hour) {
    var client = hour.client();
    return episodes.findOpen(client, hour.therapist()).isPresent()
        && deputy.modalities().contains(hour.modality())
        && intakes
            .matchingAnswers(Evidence.own(client))
            .filter(answers -> deputy.isLicensedFor(answers.where()))
            .isPresent();
  }

  private void lookAfter(Episode episode, TherapistId deputy) {
    var client = episode.client();
    var left = episode.therapist();
    if (!episode.isDeputy()) {
      therapists.releasePlace(left);
    }
    episodes.close(client, left, EndReason.THERAPIST_LEFT, null);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    episodes.open(
        client, deputy, episode.deputyFor().orElse(left), "deputy", Reach.fromNow(now), null, now);
  }
}
