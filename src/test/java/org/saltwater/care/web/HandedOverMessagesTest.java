package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.CarePractice;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversation;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.testing.Visit.Answer;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What a client wrote with the therapist before: the next one reads it if it travelled, on the
// page
/// and through the API, and nobody writes in it any more.
@SaltwaterTest
@Tag("journey")
class HandedOverMessagesTest {
  private static final String SAID = "the lighthouse keeper came back";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TestClock clock;

  private CarePractice practice;
  private TherapistId amara;
  private TherapistId ben;
  private ClientId mira;
  private Conversation before;

  @BeforeEach
  void aConversationOfADay() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    ben = practice.therapist("Ben | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
    before = practice.get(Conversations.class).open(mira, amara);
    practice
        .get(Messages.class)
        .send(new NewMessage(before.id(), mira.person(), UUID.randomUUID(), new Redacted<>(SAID)));
    clock.advance(Duration.ofDays(1));
  }

  @Test
  void theNextTherapistReadsWhatTravelledAndCanNotWriteInIt() {
    change(ben, "2026-11-30T09:00:00Z", Scope.MESSAGES);

    assertThat(page("/messages/handed-over/" + mira, ben).location())
        .isEqualTo("/messages/" + before.id() + "#end");
    var read = page("/messages/" + before.id(), ben);
    assertThat(read.body()).contains(SAID).doesNotContain("<textarea", "data-write");
    assertThat(api("GET", "/api/v1/conversations/handed-over/" + mira, ben).body())
        .contains(before.id().toString(), amara.toString(), "\"last\":1");
    var messages = "/api/v1/conversations/" + before.id() + "/messages";
    assertThat(api("GET", messages, ben).body()).contains(SAID, "\"mine\":false");
    var said =
        new Visit(port)
            .json(
                "POST",
                messages,
                "{\"text\":\"may I?\"}",
                "Authorization",
                practice.bearer(ben),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    assertThat(said.status()).isIn(404, 409);
    assertThat(api("GET", messages, ben).body()).doesNotContain("may I?");
  }

  @Test
  void whatDidNotTravelIsNotThere() {
    change(ben, "2026-11-30T09:00:00Z", Scope.QUESTIONNAIRE);

    assertThat(page("/messages/handed-over/" + mira, ben).body())
        .contains("Nothing was handed over")
        .doesNotContain(before.id().toString(), "Amara");
    assertThat(api("GET", "/api/v1/conversations/handed-over/" + mira, ben).body()).isEqualTo("[]");
    assertThat(page("/messages/" + before.id(), ben).status()).isEqualTo(404);
    assertThat(api("GET", "/api/v1/conversations/" + before.id() + "/messages", ben).status())
        .isEqualTo(404);
  }

  @Test
  void whoHadItBeforeAndWhoeverElseAsksFindsNothing() {
    change(ben, "2026-11-30T09:00:00Z", Scope.MESSAGES);
    for (var other : new TherapistId[] {amara, practice.therapist("Carla | taken 0 of 5")}) {
      assertThat(page("/messages/handed-over/" + mira, other).status()).isEqualTo(404);
      assertThat(page("/messages/" + before.id(), other).status()).isEqualTo(404);
      assertThat(api("GET", "/api/v1/conversations/handed-over/" + mira, other).status())
          .isEqualTo(404);
    }
    assertThat(page("/messages/handed-over/" + mira, mira.person()).status()).isEqualTo(403);
  }

  @Test
  void theThirdTherapistReadsWhatWasWrittenWithTheSecondAndNotWhatLiesBefore() {
    change(ben, "2026-11-30T09:00:00Z", Scope.MESSAGES);
    var second = practice.get(Conversations.class).open(mira, ben);
    clock.advance(Duration.ofDays(1));
    var carla = practice.therapist("Carla | taken 0 of 5");
    change(carla, "2026-12-02T09:00:00Z", Scope.MESSAGES);

    assertThat(page("/messages/handed-over/" + mira, carla).location())
        .isEqualTo("/messages/" + second.id() + "#end");
    assertThat(api("GET", "/api/v1/conversations/handed-over/" + mira, carla).body())
        .contains(second.id().toString())
        .doesNotContain(before.id().toString());
    assertThat(page("/messages/" + before.id(), carla).status()).isEqualTo(404);
  }

  private void change(TherapistId to, String start, Scope part) {
    var changes = practice.get(TherapistChanges.class);
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of(part));
    changes.complete(change.id(), mira, to, Instant.parse(start), Modality.VIDEO);
  }

  private Answer page(String path, TherapistId who) {
    return page(path, who.person());
  }

  private Answer page(String path, PersonId who) {
    return new Visit(port)
        .call("GET", path, "text/html", "", "Authorization", practice.bearer(who));
  }

  private Answer api(String method, String path, TherapistId who) {
    return new Visit(port).json(method, path, "", "Authorization", practice.bearer(who));
  }
}
