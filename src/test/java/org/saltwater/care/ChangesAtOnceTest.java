package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.scheduling.Appointment;
import org.saltwater.testing.SaltwaterTest;

/// Changes that meet: of the same client, for the same place, in opposite directions.
@SaltwaterTest
@Tag("journey")
class ChangesAtOnceTest extends ChangingTherapists {
  @Test
  void ofTwoChangesAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
    var carla = practice.therapist("Carla | taken 0 of 5");
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, TherapistChange.USUALLY);

    var slugs =
        atOnce(
            () ->
                changes.complete(change.id(), mira, ben, Instant.parse(WEDNESDAY), Modality.VIDEO),
            () ->
                changes.complete(
                    change.id(), mira, carla, Instant.parse(WEDNESDAY), Modality.VIDEO));

    assertThat(slugs).containsExactlyInAnyOrder("ok", "change-already-made");
    assertThat(taken(amara) + taken(ben) + taken(carla)).isEqualTo(1);
    assertThat(episodes.listOpenFor(mira)).hasSize(1);
    assertThat(appointments.listComing(mira)).hasSize(1);
    assertThat(handovers.listFor(mira)).hasSize(1);
  }

  @Test
  void manyWhoWantTheLastPlaceGetItOnceAndKeepTheirTherapistOtherwise() throws Exception {
    var dana = practice.therapist("Dana | taken 4 of 5");
    var clients = new ArrayList<ClientId>();
    var tasks = new ArrayList<Callable<?>>();
    for (var number = 0; number < 4; number++) {
      var client = practice.clientOf(practice.therapist("Old | taken 0 of 3"), "Client");
      clients.add(client);
      var change = changes.begin(client);
      changes.chooseWhatTravels(change.id(), client, Set.of());
      var start = Instant.parse(WEDNESDAY).plus(Duration.ofHours(number));
      tasks.add(() -> changes.complete(change.id(), client, dana, start, Modality.VIDEO));
    }

    var slugs = atOnce(tasks.toArray(Callable[]::new));

    assertThat(slugs)
        .containsOnlyOnce("ok")
        .allMatch(slug -> slug.equals("ok") || slug.equals("therapist-full"));
    assertThat(taken(dana)).isEqualTo(5);
    for (var client : clients) {
      var open = episodes.listOpenFor(client);
      assertThat(open).hasSize(1);
      assertThat(appointments.listComing(client).stream().map(Appointment::therapist))
          .allMatch(open.getFirst().therapist()::equals);
    }
  }

  @Test
  void twoWhoGoOppositeWaysDoNotWaitForEachOther() throws Exception {
    for (var round = 0; round < 5; round++) {
      var one = practice.therapist("One | taken 0 of 3");
      var two = practice.therapist("Two | taken 0 of 3");
      var a = practice.clientOf(one, "A");
      var b = practice.clientOf(two, "B");
      // Each gives up an hour with the one whom the other goes to: two calendars, in two orders.
      practice.appointment(a, one, TUESDAY);
      practice.appointment(b, two, TUESDAY);
      assertThat(
              atOnce(
                  () -> change(a, Set.of(), two, WEDNESDAY),
                  () -> change(b, Set.of(), one, WEDNESDAY)))
          .containsExactly("ok", "ok");
      assertThat(taken(one)).isEqualTo(1);
      assertThat(taken(two)).isEqualTo(1);
    }
  }

  private static List<String> atOnce(Callable<?>... tasks) throws Exception {
    try (var threads = Executors.newFixedThreadPool(tasks.length)) {
      var answers = new ArrayList<String>();
      for (var future : java.util.Arrays.stream(tasks).map(threads::submit).toList()) {
        try {
          future.get();
          answers.add("ok");
        } catch (ExecutionException e) {
          answers.add(String.valueOf(e.getCause().getMessage()));
        }
      }
      return answers;
    }
  }
}
