package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// One hour, one state machine, whatever the two meet by.
@SaltwaterTest
@Tag("room")
class ChannelsTest {
  private static final Arrival AT_HOME = new Arrival("Canary Street 5", "+49 30 1234567");

  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired Appointments appointments;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.VIDEO);
  }

  @Test
  void anHourEndedBeforeItsTimeIsPastInBothCalendarsAndItsTimeIsNotOfferedAgain() {
    inSession();
    minutesAfterStart(30);
    assertThat(appointments.listComing(pair.client())).hasSize(1);
    sessions.end(pair.hour(), pair.therapist().person());

    assertThat(appointments.listComing(pair.client())).isEmpty();
    var over = appointments.get(pair.hour());
    assertThat(over.isOverAt(clock.instant())).isTrue();
    assertThat(over.isRoomOpenAt(clock.instant())).isFalse();
    assertThat(over.isBooked()).isTrue();
  }

  @Test
  void anHourBeginsTheWayItWasBookedAndEitherMovesItForBoth() {
    inSession();
    minutesAfterStart(10);
    move(pair.client().person(), Modality.TEXT);
    minutesAfterStart(12);
    move(pair.client().person(), Modality.TEXT);
    move(pair.therapist().person(), Modality.VIDEO);
    minutesAfterStart(50);
    sessions.end(pair.hour(), pair.therapist().person());

    assertThat(spans())
        .isEqualTo(
            """
            VIDEO 09:00-09:10
            TEXT 09:10-09:12
            VIDEO 09:12-09:50""");
    assertThat(session().modality()).isEqualTo(Modality.VIDEO);
  }

  @Test
  void theClockTheConversationAndThePeopleStay() {
    var before = inSession();
    say("before");
    minutesAfterStart(10);
    var moved = move(pair.client().person(), Modality.TEXT);
    say("after");

    assertThat(moved.beganAt()).isEqualTo(before.beganAt());
    assertThat(moved.state()).isEqualTo(SessionState.IN_SESSION);
    var talk = app.getBean(Conversations.class).get(pair.talk());
    assertThat(talk.session()).contains(pair.hour());
    assertThat(talk.last()).isEqualTo(2);
  }

  @Test
  void eachStepStandsInTheAuditLogWithItsChannelAndNothingElse() {
    inSession();
    move(pair.client().person(), Modality.TEXT);
    sessions.end(pair.hour(), pair.therapist().person());

    assertThat(app.getBean(AuditLog.class).listFor(pair.client(), null).records())
        .filteredOn(line -> line.entry().thing().startsWith("session."))
        .extracting(line -> line.entry().thing() + " " + line.entry().reason())
        .containsExactly(
            "session.text ended",
            "session.text started",
            "session.video stopped",
            "session.video began",
            "session.video arrived");
  }

  @Test
  void onlyTheTwoMoveItAndOnlyWhileItRunsAndOnlyToWhatIsHeldHere() {
    assertThatThrownBy(() -> move(pair.client().person(), Modality.TEXT))
        .hasMessage("session-moved-on");
    inSession();
    assertThatThrownBy(() -> move(PersonId.random(), Modality.TEXT)).hasMessage("not-found");
    assertThatThrownBy(() -> move(pair.client().person(), Modality.PHONE))
        .hasMessage("channel-not-held");
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThatThrownBy(() -> move(pair.client().person(), Modality.TEXT))
        .hasMessage("session-moved-on");
    assertThat(spans()).isEqualTo("VIDEO 09:00-09:00");
  }

  @Test
  void aProgramMovesItTooAndReadsHowItWasHeld() {
    inSession();
    minutesAfterStart(20);
    var path = "/api/v1/sessions/" + pair.hour();
    assertThat(call("POST", path + "/channel", "{\"channel\": \"TEXT\"}"))
        .contains(
            "\"modality\":\"VIDEO\"",
            "\"channel\":\"TEXT\"",
            "{\"channel\":\"VIDEO\",\"from\":\"2026-11-23T09:00:00Z\",\"until\":\"2026-11-23T09:20:00Z\"}",
            "{\"channel\":\"TEXT\",\"from\":\"2026-11-23T09:20:00Z\"}");
    assertThat(call("POST", path + "/channel", "{\"channel\": \"PIGEON\"}")).contains("invalid");
    assertThat(call("POST", path + "/channel", "{}")).contains("invalid");
  }

  @Test
  void aPracticeWithoutALineDoesNotOfferTheTelephoneAndAlwaysOffersText() {
    var without = new WaysToMeet(Set.of(Modality.PHONE));
    assertThat(without.wants(Modality.PHONE)).isTrue();
    assertThat(without.holds(Modality.PHONE)).isFalse();
    assertThat(without.modalities()).containsOnly(Modality.TEXT);
    assertThat(new WaysToMeet(Set.of(Modality.VIDEO)).holds(Modality.TEXT)).isTrue();
    assertThat(new WaysToMeet(Set.of()).orText(Modality.VIDEO)).isEqualTo(Modality.TEXT);
  }

  private TherapySession inSession() {
    minutesAfterStart(0);
    sessions.arrive(pair.hour(), pair.client().person(), AT_HOME);
    return sessions.admit(pair.hour(), pair.therapist().person());
  }

  private TherapySession move(PersonId by, Modality channel) {
    return sessions.move(pair.hour(), by, channel);
  }

  private TherapySession session() {
    return sessions.find(pair.hour()).orElseThrow();
  }

  private String spans() {
    return sessions.listSpans(session()).stream()
        .map(
            span ->
                "%s %s-%s"
                    .formatted(
                        span.channel(),
                        span.startedAt().toString().substring(11, 16),
                        span.stoppedAt().map(at -> at.toString().substring(11, 16)).orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private void say(String text) {
    app.getBean(Messages.class)
        .send(
            new NewMessage(
                pair.talk(), pair.client().person(), UUID.randomUUID(), new Redacted<>(text)));
  }

  private String call(String method, String path, String body) {
    return new Visit(port)
        .json(method, path, body, "Authorization", "Bearer " + pair.clientToken())
        .body();
  }

  private void minutesAfterStart(int minutes) {
    clock.set(Pair.START.plus(Duration.ofMinutes(minutes)));
  }
}
