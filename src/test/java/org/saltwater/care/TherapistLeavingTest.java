package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.database.FailedEvents;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;

/// A therapist leaves the practice, and a deputy looks after their clients.
@SaltwaterTest
@Tag("journey")
class TherapistLeavingTest extends ChangingTherapists {
  @Autowired FailedEvents failedEvents;

  @Test
  void aTherapistWhoLeavesOrphansNobody() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var clients = new ArrayList<ClientId>();
    for (var number = 0; number < 6; number++) {
      var client = practice.clientOf(eva, "Client");
      practice.appointment(
          client, eva, "2026-11-2" + (4 + number / 3) + "T1" + (1 + number % 3) + ":00:00Z");
      clients.add(client);
    }
    // The deputy is not free at one of these times.
    practice.appointment(mira, amara, "2026-11-24T11:00:00Z");

    clock.advance(Duration.ofMinutes(5));
    therapists.leave(eva, amara, PersonId.random());

    assertThat(episodes.listOpenFor(eva)).isEmpty();
    assertThat(
            appointments.listFor(eva, clock.instant(), clock.instant().plus(Duration.ofDays(90))))
        .isEmpty();
    assertThat(taken(eva)).isZero();
    assertThat(taken(amara)).as("a deputy holds no place").isEqualTo(1);
    var kept = 0;
    for (var client : clients) {
      var open = episodes.findOpen(client).orElseThrow();
      assertThat(open.therapist()).isEqualTo(amara);
      assertThat(open.deputyFor()).contains(eva);
      assertThat(access.mayRead(practice.signedIn(eva), client, Scope.QUESTIONNAIRE)).isFalse();
      assertThat(
              intakes.findFor(access.toRead(practice.signedIn(amara), client, Scope.QUESTIONNAIRE)))
          .as("a deputy reads nothing from before")
          .isEmpty();
      kept += appointments.listComing(client).size();
      assertThat(appointments.listComing(client)).allMatch(it -> it.therapist().equals(amara));
    }
    assertThat(kept).as("five moved to the deputy, one given up with notice").isEqualTo(5);
    for (var client : clients) {
      await()
          .untilAsserted(
              () ->
                  assertThat(mailsTo(client.person()))
                      .as("once when they booked, once now, and nothing that says otherwise")
                      .containsExactlyInAnyOrder(
                          "Your appointment is booked", "Something has changed at Saltwater"));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(mailsTo(amara.person()))
                    .as("one for each hour taken over, and the one of Mira")
                    .containsExactlyElementsOf(
                        java.util.Collections.nCopies(6, "Your appointment is booked")));
    assertThat(bodiesTo(clients.getLast().person()))
        .anyMatch(it -> it.contains("stays where it is"));
    assertThat(
            clients.stream()
                .flatMap(it -> bodiesTo(it.person()).stream())
                .filter(it -> it.contains("can’t take place")))
        .hasSize(1);
    var stays = clients.getLast();
    var change = changes.begin(stays);
    assertThat(change.from()).isEqualTo(eva);
    assertThat(matches.request(change).leftOut()).containsExactly(eva);
    assertThat(changes.listParts(stays))
        .as("who left writes no summary")
        .doesNotContain(Scope.SUMMARY);
    var edge = edges(stays);
    changes.chooseWhatTravels(change.id(), stays, Set.of(Scope.QUESTIONNAIRE, Scope.SUMMARY));
    changes.complete(
        change.id(), stays, amara, Instant.parse("2026-11-26T09:00:00Z"), Modality.VIDEO);
    assertThat(episodes.findOpen(stays).orElseThrow().isDeputy()).isFalse();
    assertThat(taken(amara)).isEqualTo(2);
    assertThat(edges(stays)).as("nothing was closed and opened again").isEqualTo(edge);
    assertThat(intakes.findFor(access.toRead(practice.signedIn(amara), stays, Scope.QUESTIONNAIRE)))
        .as("what was chosen")
        .isPresent();
    assertThat(handovers.listFor(stays).getFirst().parts()).containsExactly(Scope.QUESTIONNAIRE);
    assertThat(appointments.listComing(stays)).as("with the deputy they stay").hasSize(2);
  }

  @Test
  void aHandingOverThatFailedIsDoneAMinuteLaterWithoutARestart() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    sql.sql(
            """
            create function test_busy() returns trigger language plpgsql as
              'begin raise exception ''busy'' using errcode = ''55P03''; end';
            create trigger test_busy before update on care_episode for each row
              when (old.client = '%s') execute function test_busy();
            """
                .formatted(client))
        .update();
    therapists.leave(eva, amara, PersonId.random());
    assertThat(episodes.findOpen(client)).map(Episode::therapist).as("it failed").contains(eva);

    clock.advance(Duration.ofSeconds(61));
    failedEvents.deliverAgain();
    sql.sql("drop trigger test_busy on care_episode; drop function test_busy").update();
    clock.advance(Duration.ofSeconds(61));
    failedEvents.deliverAgain();
    assertThat(episodes.findOpen(client))
        .map(Episode::therapist)
        .as("the second wait is longer")
        .contains(eva);

    clock.advance(Duration.ofSeconds(60));
    failedEvents.deliverAgain();
    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(amara);
    assertThat(sql.sql("select count(*) from event_publication").query(Integer.class).single())
        .as("nothing left to do")
        .isZero();
  }

  @Test
  void whoStaysWithTheDeputyNeedsNoNewHour() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    clock.advance(Duration.ofMinutes(5));
    therapists.leave(eva, amara, PersonId.random());
    var change = changes.begin(client);
    assertRefused(() -> changes.stay(change.id(), client), "change-unfinished");
    changes.chooseWhatTravels(change.id(), client, Set.of());

    changes.stay(change.id(), client);
    changes.stay(change.id(), client);

    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(amara);
    assertThat(episodes.findOpen(client).orElseThrow().isDeputy()).isFalse();
    assertThat(taken(amara)).as("Mira and this one").isEqualTo(2);
    assertThat(appointments.listComing(client)).isEmpty();
    assertThat(handovers.listFor(client)).hasSize(1);
    var next = changes.begin(client);
    changes.chooseWhatTravels(next.id(), client, Set.of());
    assertRefused(() -> changes.stay(next.id(), client), "same-therapist");
  }

  @Test
  void aDeputyTakesNoHourWhereTheyMayNotPractiseOrInAWayTheyDoNotMeet() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    practice.appointment(client, eva, TUESDAY);
    var abroad = practice.therapist("Far | licensed FR");

    therapists.leave(eva, abroad, PersonId.random());

    assertThat(appointments.listComing(client)).isEmpty();
    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(abroad);
  }

  @Test
  void whenTheDeputyLeavesTooTheNextOneTakesOver() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    therapists.leave(eva, amara, PersonId.random());
    therapists.leave(amara, ben, PersonId.random());

    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(ben);
    assertThat(episodes.findOpen(client).orElseThrow().deputyFor()).contains(eva);
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(ben);
    assertThat(taken(ben)).isZero();
  }

  private List<UUID> edges(ClientId client) {
    return sql.sql("select id from care_edge where client = ? and state = 'OPEN'")
        .param(client.value())
        .query(UUID.class)
        .list();
  }

  private List<String> mailsTo(PersonId person) {
    return mails("subject", person);
  }

  private List<String> bodiesTo(PersonId person) {
    return mails("body", person);
  }

  private List<String> mails(String column, PersonId person) {
    return sql.sql("select " + column + " from notifications_mail where recipient = ?")
        .param(practice.get(People.class).get(person).email())
        .query(String.class)
        .list();
  }
}
