package org.saltwater.messaging.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.Episodes;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Redacted;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.sessions.Pair;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;

@SaltwaterTest
@Tag("journey")
class LiveTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app);
  }

  @Test
  void whatOneSendsIsStoredAndTheOtherHearsItInOrder() {
    var client = open(pair.clientToken(), 0);
    var therapist = open(pair.therapistToken(), 0);
    for (var i = 1; i <= 30; i++) {
      client.send(UUID.randomUUID(), "line " + i);
    }
    for (var i = 1; i <= 30; i++) {
      assertThat(client.hear("stored").get("number").asInt()).isEqualTo(i);
      var heard = therapist.hear("message");
      assertThat(heard.get("number").asInt()).isEqualTo(i);
      assertThat(heard.get("text").asString()).isEqualTo("line " + i);
      assertThat(heard.get("mine").asBoolean()).isFalse();
    }
  }

  @Test
  void typingAndReadingAreToldToTheOtherAndALongLetterArrivesWhole() {
    var client = open(pair.clientToken(), 0);
    var therapist = open(pair.therapistToken(), 0);
    client.say("{\"type\":\"typing\"}");
    therapist.hear("typing");
    var letter = "ä“\n".repeat(2_600);
    client.send(UUID.randomUUID(), letter);
    assertThat(therapist.hear("message").get("text").asString()).isEqualTo(letter);
    therapist.say("{\"type\":\"seen\",\"delivered\":1,\"read\":1}");
    assertThat(client.hear("seen").get("read").asInt()).isEqualTo(1);
  }

  @Test
  void aDeviceThatWasAwayHearsExactlyWhatItMissedAndItsRepeatedMessageIsStoredOnce() {
    var therapist = open(pair.therapistToken(), 0);
    var client = open(pair.clientToken(), 0);
    var key = UUID.randomUUID();
    client.send(key, "before the tunnel");
    client.hear("stored");
    client.drop();
    for (var i = 0; i < 250; i++) {
      therapist.send(UUID.randomUUID(), "meanwhile " + i);
      therapist.hear("stored");
      if (i % 60 == 0) {
        // A person writes two messages a second at most; the limit knows.
        clock.advance(Duration.ofMinutes(1));
      }
    }
    var back = open(pair.clientToken(), 1);
    back.send(key, "before the tunnel");
    assertThat(back.hear("message").get("number").asInt()).isEqualTo(2);
    for (var i = 3; i <= 251; i++) {
      assertThat(back.hear("message").get("number").asInt()).isEqualTo(i);
    }
    assertThat(count()).isEqualTo(251);
  }

  @Test
  void strangersVisitorsAndOtherOriginsAreTurnedAway() {
    var stranger = Pair.begin(app);
    assertTurnedAway(stranger.clientToken(), 404);
    assertTurnedAway(stranger.therapistToken(), 404);
    assertTurnedAway("nobody", 401);
    assertTurnedAway(pair.clientToken(), 403, "Origin", "https://elsewhere.example");
  }

  @Test
  void whenTheConsentEdgeClosesOpenSocketsCloseWithinFiveSecondsAndNothingMoreIsTaken()
      throws Exception {
    var client = open(pair.clientToken(), 0);
    var therapist = open(pair.therapistToken(), 0);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThatThrownBy(
            () ->
                app.getBean(Messages.class)
                    .send(
                        new NewMessage(
                            pair.talk(),
                            pair.therapist().person(),
                            UUID.randomUUID(),
                            new Redacted<>("too late"))))
        .hasMessage("conversation-closed");
    assertThat(therapist.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
    assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
    assertThat(count()).isZero();
    assertTurnedAway(pair.therapistToken(), 404);
    assertTurnedAway(pair.clientToken(), 409);
  }

  @Test
  void whenASignInIsRevokedItsSocketsCloseWithinFiveSeconds() throws Exception {
    var client = open(pair.clientToken(), 0);
    var therapist = open(pair.therapistToken(), 0);
    app.getBean(SignIns.class).revokeAll(pair.client().person());
    assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
    assertThat(therapist.closed).isNotDone();
    assertTurnedAway(pair.clientToken(), 401);
  }

  @Test
  void aSignInThatAnotherNodeRevokedClosesItsSocketsToo() throws Exception {
    var client = open(pair.clientToken(), 0);
    app.getBean(JdbcClient.class)
        .sql("delete from identity_sign_in where person = ?")
        .param(pair.client().value())
        .update();
    assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
  }

  @Test
  void aRecurringTaskThatHangsHoldsUpNoClosing() throws Exception {
    var hangs = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var task =
        app.getBean(TaskScheduler.class)
            .scheduleWithFixedDelay(
                () -> {
                  hangs.countDown();
                  await(release);
                },
                Duration.ofMinutes(1));
    try {
      hangs.await();
      aSignInThatAnotherNodeRevokedClosesItsSocketsToo();
    } finally {
      release.countDown();
      task.cancel(true);
    }
  }

  @Test
  void whatAnotherNodeStoredArrivesByItself() {
    var client = open(pair.clientToken(), 0);
    app.getBean(Messages.class)
        .send(
            new NewMessage(
                pair.talk(), pair.therapist().person(), UUID.randomUUID(), new Redacted<>("one")));
    client.hear("message");
    storeElsewhere("two");
    assertThat(client.hear("message").get("text").asString()).isEqualTo("two");
  }

  @Test
  void aFrameLongerThanAnyLetterOrOneThatIsNoFrameEndsTheConnection() throws Exception {
    var tooLong = open(pair.clientToken(), 0);
    try {
      tooLong.send(UUID.randomUUID(), "x".repeat(200_000));
    } catch (CompletionException cutOff) {
      assertThat(cutOff).hasRootCauseInstanceOf(IOException.class);
    }
    assertThat(tooLong.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1008);
    var unreadable = open(pair.clientToken(), 0);
    unreadable.say("{\"type\":\"open-sesame\"}");
    assertThat(unreadable.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1007);
    assertThat(count()).isZero();
  }

  private Line open(String token, long after) {
    var line = Line.open(port, pair.talk(), token, after).join();
    line.hear("opened");
    return line;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// As another node would: the row is there, and nobody here was told.
  private void storeElsewhere(String text) {
    var key = UUID.randomUUID();
    var sealed =
        app.getBean(Vault.class)
            .seal(
                new KeyScope.OfConversation(pair.client(), pair.talk().value()),
                new Place("messaging_message", key, "sealed/2"),
                text);
    var jdbc = app.getBean(JdbcClient.class);
    jdbc.sql("insert into messaging_message values (?, 2, ?, ?, now(), null, ?)")
        .params(pair.talk().value(), key, pair.therapist().value(), sealed)
        .update();
    jdbc.sql("update messaging_conversation set last_number = 2 where id = ?")
        .param(pair.talk().value())
        .update();
  }

  private void assertTurnedAway(String token, int status, String... headers) {
    assertThatThrownBy(() -> Line.open(port, pair.talk(), token, 0, headers).join())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  private long count() {
    return app.getBean(JdbcClient.class)
        .sql("select count(*) from messaging_message where conversation = ?")
        .param(pair.talk().value())
        .query(Long.class)
        .single();
  }
}
