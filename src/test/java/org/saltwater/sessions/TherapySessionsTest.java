package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Inbox;
import org.saltwater.messaging.Marks;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SaltwaterTest
@Tag("journey")
class TherapySessionsTest {
  private static final Arrival AT_HOME = new Arrival("Canary Street 5, Berlin", "+49 30 1234567");

  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired Rooms rooms;
  @Autowired CheckIns checkIns;
  @Autowired TestClock clock;
  private Pair pair;
  private SignedIn client;
  private SignedIn therapist;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app);
    client = new SignedIn(pair.client().person(), "Jo", Set.of(Role.CLIENT), Pair.BERLIN);
    therapist =
        new SignedIn(pair.therapist().person(), "Amara", Set.of(Role.THERAPIST), Pair.BERLIN);
  }

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
    assertThat(rooms.enter(therapist, pair.hour()).arrival()).isEmpty();
    arrive();
    assertThat(rooms.enter(therapist, pair.hour()).arrival()).contains(AT_HOME);
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
    assertThat(rooms.enter(therapist, pair.hour()).arrival()).isEmpty();
  }

  @Test
  void anHourThatRunsEndsWhenTheTwoPartAndTheTherapistIsToldSoWithoutAName() {
    minutesAfterStart(0);
    arrive();
    admit();
    minutesAfterStart(20);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());

    var over = sessions.get(pair.hour(), client.id());
    assertThat(over.state()).isEqualTo(SessionState.ENDED);
    assertThat(over.endedBy()).as("nobody’s doing").isEmpty();
    assertThat(app.getBean(Conversations.class).get(pair.talk()).session()).isEmpty();
    var room = rooms.enter(therapist, pair.hour());
    assertThat(room.isApart()).isTrue();
    assertThat(room.otherName()).isEmpty();
    assertThat(rooms.enter(client, pair.hour()).otherName()).isEqualTo("Amara Okafor");
    assertThat(page(pair.therapistToken()))
        .contains("You two no longer work together here")
        .doesNotContain("Jo<", "With Jo", "How was this?");
    assertThat(page(pair.clientToken())).contains("The hour with Amara Okafor has ended");
  }

  @Test
  void whoWaitsWhenTheTwoPartWaitsForNothingNoLonger() {
    minutesAfterStart(5);
    arrive();
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());

    assertThat(state()).isEqualTo(SessionState.CANCELLED);
    assertThat(page(pair.clientToken())).contains("This appointment was cancelled");
    minutesAfterStart(60);
    sessions.finish();
    assertThat(state()).as("nobody is said to have missed it").isEqualTo(SessionState.CANCELLED);
  }

  @Test
  void anHourToWhichNobodyHadComeYetIsCancelledAndOneThatLiesAheadIsLeftToItsAppointment() {
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThat(state()).isEqualTo(SessionState.SCHEDULED);
    app.getBean(Episodes.class).open(pair.client(), pair.therapist());
    minutesAfterStart(5);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThat(state()).isEqualTo(SessionState.CANCELLED);
  }

  @Test
  void whoCameLateToATherapistWhoHadWaitedJustMissedThem() {
    assertThat(
            afterTheEnd(
                () -> {
                  rooms.enter(therapist, pair.hour());
                  minutesAfterStart(49);
                  arrive();
                }))
        .isEqualTo(SessionState.MISSED_EACH_OTHER);
    assertThat(
            afterTheEnd(
                () -> {
                  rooms.enter(therapist, pair.hour());
                  minutesAfterStart(3);
                  arrive();
                }))
        .as("the client was on time, and was not let in")
        .isEqualTo(SessionState.MISSED_BY_THERAPIST);
    assertThat(
            afterTheEnd(
                () -> {
                  minutesAfterStart(20);
                  arrive();
                  minutesAfterStart(40);
                  rooms.enter(therapist, pair.hour());
                }))
        .as("the client waited when the therapist came")
        .isEqualTo(SessionState.MISSED_BY_THERAPIST);
  }

  @Test
  void anOldTherapistFindsNothingOfTheClientOnAnyPageOrInTheApi() {
    app.getBean(Messages.class)
        .send(
            new NewMessage(
                pair.talk(), client.id(), UUID.randomUUID(), new Redacted<>("are you there")));
    assertThat(call(pair.therapistToken(), "GET", "/home")).contains("Jo");
    assertThat(call(pair.therapistToken(), "GET", "/messages")).contains("Jo");
    minutesAfterStart(5);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());

    for (var path : List.of("/home", "/messages", "/clients", "/api/v1/conversations")) {
      assertThat(call(pair.therapistToken(), "GET", path))
          .as(path)
          .doesNotContain(">Jo<", "Jo ", pair.talk().toString(), pair.client().toString());
    }
    var one = "/api/v1/conversations/" + pair.talk();
    assertThat(call(pair.therapistToken(), "GET", one)).contains("not-found");
    var mark = "{\"delivered\": 1, \"read\": 1}";
    assertThat(post(pair.therapistToken(), one + "/marks", mark)).contains("not-found");
    assertThat(post(pair.clientToken(), one + "/marks", mark)).contains("conversation-closed");
    assertThat(call(pair.clientToken(), "GET", "/api/v1/conversations"))
        .as("what the client wrote stays theirs")
        .contains(pair.talk().toString());
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
  void anHourNobodyEndedIsMissedByWhoeverDidNotComeOrOverAnHourLater() {
    assertThat(afterTheEnd(() -> {})).isEqualTo(SessionState.MISSED_BY_BOTH);
    assertThat(afterTheEnd(() -> arrive())).isEqualTo(SessionState.MISSED_BY_THERAPIST);
    assertThat(afterTheEnd(() -> rooms.enter(therapist, pair.hour())))
        .isEqualTo(SessionState.MISSED_BY_CLIENT);
    assertThat(
            afterTheEnd(
                () -> {
                  arrive();
                  admit();
                }))
        .isEqualTo(SessionState.IN_SESSION);
    minutesAfterStart(50 + 60);
    sessions.finish();
    assertThat(state()).isEqualTo(SessionState.ENDED);
  }

  @Test
  void aCancelledAppointmentHasNoHour() {
    app.getBean(Appointments.class).cancel(pair.hour(), client.id());
    assertThat(state()).isEqualTo(SessionState.CANCELLED);
    minutesAfterStart(0);
    assertRefused(SessionProblem.ROOM_CLOSED, () -> arrive());
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
        new CheckIn(java.util.Map.of(Item.FELT_HEARD, 4, Item.SAFE_TO_FEEL, 2), "Canary: too fast");
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
        .containsExactly(java.util.Optional.of(answers));
    assertThat(answers.toString()).doesNotContain("Canary");
  }

  private String page(String token) {
    return call(token, "GET", "/sessions/" + pair.hour());
  }

  private String call(String token, String method, String path) {
    return new Visit(port)
        .call(method, path, "text/html", "", "Authorization", "Bearer " + token)
        .body();
  }

  private String post(String token, String path, String body) {
    return new Visit(port)
        .call("POST", path, "application/json", body, "Authorization", "Bearer " + token)
        .body();
  }

  private SessionState afterTheEnd(Runnable before) {
    clock.reset();
    pair = Pair.begin(app);
    client = new SignedIn(pair.client().person(), "Jo", Set.of(Role.CLIENT), ZoneId.of("UTC"));
    therapist =
        new SignedIn(pair.therapist().person(), "Amara", Set.of(Role.THERAPIST), Pair.BERLIN);
    minutesAfterStart(0);
    before.run();
    minutesAfterStart(50);
    sessions.finish();
    return state();
  }

  private SessionState state() {
    return sessions.get(pair.hour(), client.id()).state();
  }

  private TherapySession arrive() {
    return sessions.arrive(pair.hour(), client.id(), AT_HOME);
  }

  private TherapySession admit() {
    return sessions.admit(pair.hour(), therapist.id());
  }

  private void minutesAfterStart(int minutes) {
    clock.set(Pair.START.plus(Duration.ofMinutes(minutes)));
  }

  private static void assertRefused(SessionProblem why, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(why));
  }
}
