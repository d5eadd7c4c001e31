package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.alliance.CheckIn;
import org.saltwater.alliance.CheckIns;
import org.saltwater.alliance.Item;
import org.saltwater.alliance.SavedCheckIn;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Inbox;
import org.saltwater.messaging.Marks;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The hour from the waiting room to the check-in.
@SaltwaterTest
@Tag("journey")
class TherapySessionsTest extends AnHour {
  @Autowired CheckIns checkIns;

  @Test
  void theRoomOpensTenMinutesBeforeTheHourAndClosesAtItsEnd() {
    minutesAfterStart(-11);
    assertRefused(SessionProblem.ROOM_CLOSED, () -> arrive());
    minutesAfterStart(-10);
    assertThat(arrive().state()).isEqualTo(SessionState.WAITING);
    minutesAfterStart(50);
    assertRefused(SessionProblem.ROOM_CLOSED, () -> admit());
  }

  @Test
  void theTherapistLetsTheClientInAndEachStepDoneAgainChangesNothing() {
    minutesAfterStart(-5);
    assertRefused(SessionProblem.SESSION_MOVED_ON, () -> admit());
    arrive();
    arrive();
    admit();
    var begun = admit();
    assertThat(begun.state()).isEqualTo(SessionState.IN_SESSION);
    assertThat(arrive().state())
        .as("coming back after a lost connection")
        .isEqualTo(SessionState.IN_SESSION);
    assertThat(app.getBean(Conversations.class).get(pair.talk()).session()).contains(pair.hour());

    minutesAfterStart(49);
    var ended = sessions.end(pair.hour(), therapist.id());
    minutesAfterStart(50);
    assertThat(sessions.end(pair.hour(), client.id())).isEqualTo(ended);
    assertThat(ended.endedBy()).contains(therapist.id());
    assertThat(app.getBean(Conversations.class).get(pair.talk()).session()).isEmpty();
  }

  @Test
  void onlyTheTwoFindTheRoomAndOnlyTheTherapistLetsIn() {
    minutesAfterStart(0);
    arrive();
    var stranger = PersonId.random();
    assertThatThrownBy(() -> sessions.get(pair.hour(), stranger)).hasMessage("not-found");
    assertThatThrownBy(() -> sessions.admit(pair.hour(), client.id())).hasMessage("not-allowed");
    assertThatThrownBy(() -> sessions.arrive(pair.hour(), therapist.id(), AT_HOME))
        .hasMessage("not-allowed");
    assertThatThrownBy(() -> sessions.end(pair.hour(), therapist.id()))
        .hasMessage("session-moved-on");
  }

  @Test
  void whereTheClientIsCanBeReadByTheTherapistAloneAndIsSealed() {
    minutesAfterStart(0);
    assertThat(rooms.enter(therapist, pair.hour()).whereabouts()).isEmpty();
    arrive();
    assertThat(rooms.enter(therapist, pair.hour()).whereabouts()).contains(Whereabouts.of(AT_HOME));
    assertThat(AT_HOME.toString()).doesNotContain("Canary");
    var dumped =
        app.getBean(JdbcClient.class)
            .sql("select s::text from sessions_session s")
            .query(String.class)
            .list()
            .toString();
    assertThat(dumped)
        .doesNotContain(
            "Canary",
            java.util.HexFormat.of()
                .formatHex("Canary".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThat(rooms.enter(therapist, pair.hour()).whereabouts()).isEmpty();
  }

  @Test
  void whatWasReadAMomentAgoIsNotCountedAsUnread() {
    var inbox = app.getBean(Inbox.class);
    app.getBean(Messages.class)
        .send(new NewMessage(pair.talk(), therapist.id(), UUID.randomUUID(), new Redacted<>("hi")));
    assertThat(inbox.countUnread(client.id())).isEqualTo(1);
    app.getBean(Marks.class).move(pair.talk(), client.id(), new Marks.Mark(1, 1));
    assertThat(inbox.countUnread(client.id())).isZero();
  }

  @Test
  void noWakeUpIsKeptInTheStore() {
    var kept =
        app.getBean(TransactionTemplate.class)
            .execute(
                _ -> {
                  app.getBean(Conversations.class).announce(pair.talk());
                  return app.getBean(JdbcClient.class)
                      .sql("select event_type from event_publication")
                      .query(String.class)
                      .list();
                });
    assertThat(kept).noneMatch(type -> type.contains("ConversationChanged"));
  }

  @Test
  void theAuditLogTellsWhenAndHowAndNothingThatWasSaid() {
    minutesAfterStart(0);
    arrive();
    admit();
    sessions.end(pair.hour(), therapist.id());
    assertThat(app.getBean(AuditLog.class).listFor(pair.client(), null).records())
        .filteredOn(line -> line.entry().thing().equals("session.text"))
        .extracting(line -> line.entry().reason())
        .containsExactly("ended", "began", "arrived");
  }

  @Test
  void afterTheHourEachSavesTheirOwnViewAndTheTherapistReadsTheClients() {
    var answers =
        new CheckIn(Map.of(Item.FELT_HEARD, 4, Item.SAFE_TO_FEEL, 2), "Canary: too fast", true);
    assertThatThrownBy(() -> checkIns.save(client, pair.hour(), answers))
        .hasMessage("no-session-yet");
    minutesAfterStart(0);
    arrive();
    admit();
    sessions.end(pair.hour(), client.id());
    checkIns.save(client, pair.hour(), answers);
    checkIns.save(therapist, pair.hour(), CheckIn.NOTHING);

    assertThat(checkIns.findOwn(client, pair.hour()).orElseThrow().answers()).contains(answers);
    assertThat(checkIns.findOwn(therapist, pair.hour()).orElseThrow().answers()).isEmpty();
    var evidence = app.getBean(Access.class).toRead(therapist, pair.client(), Scope.SCORES);
    assertThat(checkIns.listFor(evidence, 10))
        .extracting(SavedCheckIn::answers)
        .containsExactly(Optional.of(answers));
    assertThat(answers.toString()).doesNotContain("Canary");
  }
}
