package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.CarePractice;
import org.saltwater.care.Episodes;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whoever books, moves or changes at the very moment in which a therapist is left: nobody stays
/// behind with someone who is gone, and nobody waits in a ring.
@SaltwaterTest
@Tag("journey")
class LeavingRaceTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T13:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-25T09:00:00Z");

  @Autowired ApplicationContext context;
  @Autowired Booking booking;
  @Autowired Episodes episodes;
  @Autowired TherapistChanges changes;
  @Autowired Therapists therapists;
  @Autowired Appointments appointments;
  @Autowired TestClock clock;

  CarePractice practice;

  @BeforeEach
  void open() {
    clock.reset();
    practice = new CarePractice(context);
  }

  @Test
  void anHourConfirmedInASecondTabIsNotLeftWithTheOneBefore() throws Exception {
    for (var round = 0; round < 5; round++) {
      var one = practice.therapist("One | taken 0 of 3");
      var two = practice.therapist("Two | taken 0 of 3");
      var client = practice.clientOf(one, "A");
      var change = changes.begin(client);
      changes.chooseWhatTravels(change.id(), client, Set.of());
      var held = appointments.hold(client, one, TUESDAY, Modality.VIDEO);

      var answers =
          atOnce(
              List.of(
                  () -> booking.confirm(held.id(), client),
                  () -> changes.complete(change.id(), client, two, WEDNESDAY, Modality.VIDEO)));

      assertThat(answers.getLast()).isEqualTo("ok");
      assertThat(episodes.listOpenFor(client)).hasSize(1);
      assertThat(appointments.listComing(client))
          .hasSize(1)
          .allMatch(it -> it.therapist().equals(two));
    }
  }

  @Test
  void whoeverBooksMovesOrChangesWhileTheirTherapistLeavesIsNotLeftBehind() throws Exception {
    for (var round = 0; round < 3; round++) {
      var leaving = practice.therapist("Leaving | taken 0 of 20");
      var deputy = practice.therapist("Deputy | taken 0 of 20");
      var other = practice.therapist("Other | taken 0 of 20");
      var clients = new ArrayList<ClientId>();
      var tasks = new ArrayList<Callable<?>>();
      for (var number = 0; number < 9; number++) {
        var start = TUESDAY.plus(Duration.ofDays(number / 3)).plus(Duration.ofHours(number % 3));
        var client = number % 3 == 0 ? practice.client("New") : practice.clientOf(leaving, "Old");
        clients.add(client);
        switch (number % 3) {
          case 0 -> {
            var held = appointments.hold(client, leaving, start, Modality.VIDEO);
            tasks.add(() -> booking.confirm(held.id(), client));
          }
          case 1 -> {
            var booked = practice.appointment(client, leaving, start.toString());
            var later = start.plus(Duration.ofDays(7));
            tasks.add(() -> booking.move(client, booked.id(), later, Optional.empty()));
          }
          default -> {
            practice.appointment(client, leaving, start.toString());
            var change = changes.begin(client);
            changes.chooseWhatTravels(change.id(), client, Set.of());
            var to = number == 5 ? deputy : other;
            var first = start.plus(Duration.ofDays(1)).minus(Duration.ofHours(4));
            tasks.add(() -> changes.complete(change.id(), client, to, first, Modality.VIDEO));
          }
        }
      }
      tasks.add(
          5,
          () -> {
            therapists.leave(leaving, deputy, PersonId.random());
            return "left";
          });

      assertThat(atOnce(tasks))
          .as("refused in words or done, never an accident")
          .allMatch(it -> !it.startsWith("broken"))
          .element(5)
          .isEqualTo("ok");

      assertThat(episodes.listOpenFor(leaving)).as("clients left behind").isEmpty();
      assertThat(appointments.listFor(leaving, clock.instant(), TUESDAY.plus(Duration.ofDays(60))))
          .as("hours left behind")
          .isEmpty();
      assertThat(therapists.get(leaving).taken()).isZero();
      for (var client : clients) {
        var with = episodes.listOpenFor(client).stream().map(it -> it.therapist()).toList();
        assertThat(with).hasSizeLessThanOrEqualTo(1);
        assertThat(appointments.listComing(client)).allMatch(it -> with.contains(it.therapist()));
      }
    }
  }

  @Test
  void twoWhoLeaveAtOnceLeaveNobodyWithEachOther() throws Exception {
    for (var round = 0; round < 3; round++) {
      var first = practice.therapist("First | taken 0 of 9");
      var second = practice.therapist("Second | taken 0 of 9");
      var stays = practice.therapist("Stays | taken 0 of 9");
      var clients = List.of(practice.clientOf(first, "A"), practice.clientOf(second, "B"));

      var answers =
          atOnce(
              List.of(
                  () -> left(first, second), () -> left(second, first), () -> left(second, stays)));

      assertThat(answers).noneMatch(it -> it.startsWith("broken"));
      for (var client : clients) {
        var with = episodes.findOpen(client).orElseThrow().therapist();
        assertThat(therapists.get(with).standing().name()).isNotEqualTo("LEFT");
      }
    }
  }

  private String left(TherapistId therapist, TherapistId deputy) {
    therapists.leave(therapist, deputy, PersonId.random());
    return "left";
  }

  private static List<String> atOnce(List<Callable<?>> tasks) throws Exception {
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var answers = new ArrayList<String>();
      for (var future : tasks.stream().map(threads::submit).toList()) {
        try {
          future.get();
          answers.add("ok");
        } catch (java.util.concurrent.ExecutionException e) {
          answers.add(
              e.getCause() instanceof Refusal refusal
                  ? refusal.type().slug()
                  : "broken: " + e.getCause());
        }
      }
      return answers;
    }
  }
}
