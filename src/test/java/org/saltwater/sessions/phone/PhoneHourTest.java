package org.saltwater.sessions.phone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.messaging.live.Line;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.ChannelSpan;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.LineState;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An hour by phone, as programs see it, with a telephone company that the test plays.
@SaltwaterTest
@TestPropertySource(
    properties = {"saltwater.sessions.modalities=VIDEO,PHONE,TEXT", "saltwater.rate-limits=true"})
@Import(PracticeWithLine.class)
@ExtendWith(OutputCaptureExtension.class)
@Tag("room")
class PhoneHourTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DIGITS = "4930900771";
  private static final Arrival AT_HOME = new Arrival("Canary Street 5", "+49 (0)30 900-771");

  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired WaysToMeet ways;
  @Autowired ScriptedLine line;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    line.begin();
    pair = Pair.begin(app, Modality.PHONE);
    clock.set(Pair.START);
  }

  @Test
  void theTherapistCallsTheNumberTheClientConfirmedAndTheTelephoneTakesTheirPlaceInTheRoom()
      throws Exception {
    admit();
    assertThat(call()).contains("\"call\":\"calling\"");
    assertThat(line.dialled).containsExactly("+" + DIGITS);
    assertThat(call()).as("again changes nothing").contains("calling");
    assertThat(line.dialled).hasSize(1);

    var browser = open(pair.therapistToken());
    var telephone = telephone(browser);
    assertThat(telephone.get("name").asString()).isEqualTo("Jo");
    line.last().ring();
    assertThat(standing(pair.clientToken())).isEqualTo("ringing");
    describe(browser, telephone.get("device").asString());
    var offer = requireNonNull(line.last().offers.poll(5, TimeUnit.SECONDS));
    offer.answer().complete("v=0\r\nthe line answers\r\n");
    var answer = browser.hear("description");
    assertThat(answer.get("kind").asString()).isEqualTo("answer");
    assertThat(answer.get("sdp").asString()).contains("the line answers");
    line.last().pickUp();
    assertThat(standing(pair.therapistToken())).isEqualTo("connected");

    browser.drop();
    await().atMost(Duration.ofSeconds(5)).until(line.last().joined::isEmpty);
    line.last().end(LegEnd.HUNG_UP);
    assertThat(standing(pair.therapistToken())).isEqualTo("ended-hung-up");
    assertThat(telephone(open(pair.therapistToken()), false)).isEmpty();
    assertThat(session().state().name()).as("the hour goes on").isEqualTo("IN_SESSION");
  }

  @Test
  void aLineThatTakesNoBrowserBeforeTheTelephoneIsPickedUpIsAskedAgainThen() throws Exception {
    admit();
    call();
    var browser = open(pair.therapistToken());
    var early = telephone(browser).get("device").asString();
    describe(browser, early);
    requireNonNull(line.last().offers.poll(5, TimeUnit.SECONDS))
        .answer()
        .completeExceptionally(new IllegalStateException("nobody has picked up"));
    line.last().pickUp();
    var now = telephone(browser).get("device").asString();
    assertThat(now).isNotEqualTo(early);
    describe(browser, now);
    assertThat(line.last().offers.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(line.last().isOver()).isFalse();
  }

  @Test
  void howACallFailedIsToldToBothAndItCanBeTriedAgain() {
    admit();
    for (var why : LegEnd.values()) {
      call();
      line.last().end(why);
      var word = "ended-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(standing(pair.clientToken())).isEqualTo(word);
      assertThat(page(pair.therapistToken())).contains("data-phone=\"" + word + "\"", "Try again");
      assertThat(page(pair.clientToken()))
          .contains("data-phone=\"" + word + "\"", "Call in yourself");
    }
    assertThat(line.dialled).hasSize(LegEnd.values().length);
  }

  @Test
  void noNumberReachesTheOtherNorAnyLog(CapturedOutput log) {
    assertThat(page(pair.therapistToken())).doesNotContain("900-771", DIGITS);
    sessions.arrive(pair.hour(), pair.client().person(), AT_HOME);
    var waiting = page(pair.therapistToken());
    assertThat(waiting).contains("Canary Street 5").doesNotContain("900-771", DIGITS);
    sessions.admit(pair.hour(), pair.therapist().person());
    call();
    line.last().ring();
    line.last().pickUp();
    assertThat(page(pair.therapistToken()))
        .contains("Canary Street 5", "not encrypted from end to end")
        .doesNotContain("900-771", DIGITS, ScriptedLine.OWN);
    assertThat(api("GET", pair.therapistToken(), "")).doesNotContain("900-771", DIGITS);
    assertThat(api("POST", pair.therapistToken(), "/look-in")).doesNotContain("900-771", DIGITS);
    assertThat(page(pair.clientToken())).contains("not encrypted from end to end");
    assertThat(log.getAll()).doesNotContain("900-771", DIGITS);
    assertThat(app.getBean(AuditLog.class).listFor(pair.client(), null).records().toString())
        .doesNotContain("900-771", DIGITS);
  }

  @Test
  void theClientCallsInWithAPinThatOnlyTheyAreShownAndThatIsStoredAsAHash() {
    admit();
    var dialIn = JSON.readTree(api("POST", pair.clientToken(), "/phone/pin"));
    var pin = dialIn.get("pin").asString();
    assertThat(pin).matches("\\d{8}");
    assertThat(dialIn.get("number").asString()).isEqualTo(ScriptedLine.OWN);
    assertThat(api("POST", pair.therapistToken(), "/phone/pin")).contains("not-allowed");
    assertThat(page(pair.therapistToken())).doesNotContain(pin);
    assertThat(stored()).doesNotContain(pin);

    assertThat(line.callIn(other(pin))).isEmpty();
    var leg = line.callIn(pin).orElseThrow();
    assertThat(standing(pair.therapistToken())).isEqualTo("connected");
    assertThat(telephone(open(pair.therapistToken())).get("name").asString()).isEqualTo("Jo");
    var second = line.callIn(pin).orElseThrow();
    await().atMost(Duration.ofSeconds(5)).until(leg::isOver);
    assertThat(second.isOver()).as("the newer call is the hour's").isFalse();
    assertThat(standing(pair.clientToken())).isEqualTo("connected");

    var renewed =
        JSON.readTree(api("POST", pair.clientToken(), "/phone/pin")).get("pin").asString();
    assertThat(line.callIn(pin)).as("a new one puts the old one out of use").isEmpty();
    sessions.end(pair.hour(), pair.therapist().person());
    assertThat(line.callIn(renewed)).as("good only while the hour is open").isEmpty();
  }

  @Test
  void whoCallsInEarlyStaysOnTheLineUntilTheHourBeginsAndWhoIsInAVideoHourGoesOnByPhone() {
    sessions.arrive(pair.hour(), pair.client().person(), AT_HOME);
    var early = line.callIn(pin()).orElseThrow();
    assertStaysOn(early);
    sessions.admit(pair.hour(), pair.therapist().person());
    assertThat(telephone(open(pair.therapistToken()))).isNotNull();
    assertThat(early.isOver()).isFalse();

    pair = Pair.begin(app, Modality.VIDEO);
    admit();
    var pin = pin();
    assertThat(line.callIn(pin)).isPresent();
    assertThat(session().channel()).isEqualTo(Modality.PHONE);
    assertThat(spans()).isEqualTo("VIDEO PHONE");
  }

  @Test
  void aPinIsWorthNothingOnceTheTwoHaveParted() {
    admit();
    var pin = pin();
    var sql = app.getBean(JdbcClient.class);
    var kept =
        sql.sql("select hash from sessions_pin where session = ?")
            .param(pair.hour().value())
            .query(byte[].class)
            .single();
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    await().until(() -> session().state() == SessionState.ENDED);
    assertThat(line.callIn(pin)).isEmpty();

    // The moment in which the two have parted and their hour has not been ended yet.
    sql.sql(
            """
            update sessions_session set state = 'IN_SESSION', ended_at = null, ended_by = null
            where appointment = ?
            """)
        .param(pair.hour().value())
        .update();
    sql.sql("insert into sessions_pin (session, hash, made_at) values (?, ?, now())")
        .params(pair.hour().value(), kept)
        .update();
    assertThat(line.callIn(pin)).isEmpty();
  }

  @Test
  void afterThirtyWrongPinsFromWhicheverCallsNoneIsLookedUpForAWhile(CapturedOutput log) {
    admit();
    var pin = pin();
    for (var wrong = 0; wrong < 30; wrong++) {
      assertThat(line.callIn("0815")).isEmpty();
    }
    assertThat(line.callIn(pin)).as("also the right one").isEmpty();
    assertThat(log.getAll()).contains("too many wrong PINs").doesNotContain(pin, "0815");
    clock.set(clock.instant().plus(Duration.ofMinutes(10)));
    for (var right = 0; right < 40; right++) {
      assertThat(line.callIn(pin)).as("a right one uses nothing up").isPresent();
    }
  }

  @Test
  void aTelephoneThatIsGivenUpWhileItIsDialledDoesNotRingOn() {
    admit();
    line.whileDialling = () -> api("POST", pair.clientToken(), "/phone/hang-up");
    call();
    assertThat(line.last().isOver()).as("hung up").isTrue();
    line.whileDialling = () -> sessions.move(pair.hour(), pair.client().person(), Modality.TEXT);
    call();
    assertThat(line.last().isOver()).as("gone on in writing").isTrue();
    sessions.move(pair.hour(), pair.client().person(), Modality.PHONE);
    line.whileDialling = () -> sessions.end(pair.hour(), pair.client().person());
    call();
    assertThat(line.last().isOver()).as("the hour is over").isTrue();
    assertThat(
            app.getBean(JdbcClient.class)
                .sql("select count(*) from sessions_device where session = ?")
                .param(pair.hour().value())
                .query(Integer.class)
                .single())
        .as("and none is left in the room")
        .isZero();
  }

  @Test
  void whileTheLineIsAwayTheTherapistOfTheHourCanSeeTheNumberAndThatTheyDidIsNoted() {
    admit();
    assertThat(number(pair.therapistToken())).contains("session-moved-on");
    assertThat(api("GET", pair.therapistToken(), "")).contains("\"phoneLine\":true");
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.BRIDGE_DOWN);
    assertThat(api("GET", pair.therapistToken(), "")).contains("\"phoneLine\":false");
    assertThat(page(pair.therapistToken()))
        .contains("Show the number", "you can call Jo from your own phone")
        .doesNotContain("900-771");
    assertThat(number(pair.clientToken())).contains("not-allowed");
    assertThat(number(Pair.begin(app, Modality.PHONE).therapistToken())).contains("not-found");
    assertThat(looks()).isZero();
    assertThat(number(pair.therapistToken())).contains("\"callBack\":\"+49 (0)30 900-771\"");
    assertThat(
            new Visit(port)
                .call(
                    "POST",
                    "/sessions/" + pair.hour() + "/phone/number",
                    "application/x-www-form-urlencoded",
                    "",
                    "Authorization",
                    "Bearer " + pair.therapistToken())
                .body())
        .contains("Calling Jo back", "tel:+49030900771");
    assertThat(looks()).isEqualTo(2);
    sessions.end(pair.hour(), pair.therapist().person());
    assertThat(number(pair.therapistToken())).contains("session-moved-on");
  }

  private String number(String token) {
    return api("POST", token, "/phone/number");
  }

  private long looks() {
    return app.getBean(AuditLog.class).listFor(pair.client(), null).records().stream()
        .filter(it -> it.entry().thing().equals("session.call-back"))
        .count();
  }

  @Test
  void movingOnEndingTheHourAndAClosedEdgeHangUpWithinFiveSeconds() {
    admit();
    call();
    line.last().pickUp();
    sessions.move(pair.hour(), pair.client().person(), Modality.TEXT);
    assertHungUp();
    sessions.move(pair.hour(), pair.client().person(), Modality.PHONE);
    call();
    line.last().pickUp();
    sessions.end(pair.hour(), pair.therapist().person());
    assertHungUp();
    assertThat(spans()).isEqualTo("PHONE TEXT PHONE");

    pair = Pair.begin(app, Modality.PHONE);
    admit();
    call();
    line.last().pickUp();
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertHungUp();
  }

  @Test
  void hangingUpEndsTheCallAndNotTheHour() {
    admit();
    call();
    line.last().pickUp();
    assertThat(api("POST", pair.clientToken(), "/phone/hang-up")).isEmpty();
    assertHungUp();
    assertThat(standing(pair.therapistToken())).isEqualTo("ended-we-hung-up");
    assertThat(session().state().name()).isEqualTo("IN_SESSION");
  }

  @Test
  void whenTheNodeThatCarriesACallDiesTheCallIsOverForBoth() {
    admit();
    call();
    app.getBean(JdbcClient.class)
        .sql("update sessions_call set call = ?, state = 'CONNECTED' where session = ?")
        .params(UUID.randomUUID(), pair.hour().value())
        .update();
    clock.set(clock.instant().plusSeconds(21));
    assertThat(standing(pair.clientToken())).isEqualTo("ended-line-lost");
    call();
    assertThat(line.dialled).hasSize(2);
  }

  @Test
  void theTherapistsOwnPhoneIsCalledFirstThenTheClientsAndNeitherNumberIsSeenByTheOther(
      CapturedOutput log) {
    admit();

    assertThat(callOwn("0160 1234")).contains("country code");
    assertThat(line.dialled).as("a number without its country calls nobody").isEmpty();
    assertThat(callOwn("+49 30 5550-7777")).contains("\"call\":\"calling-therapist\"");
    assertThat(callOwn("+49 30 5550-8888")).as("again changes nothing").contains("calling");
    assertThat(line.dialled).containsExactly("+493055507777");
    var own = line.last();
    own.ring();
    assertThat(standing(pair.clientToken())).isEqualTo("calling-therapist");
    own.pickUp();
    await().until(() -> line.dialled.size() == 2);
    assertThat(line.dialled).endsWith("+" + DIGITS);
    var client = line.last();
    assertThat(client.partner).isEqualTo(own);
    client.ring();
    assertThat(standing(pair.therapistToken())).isEqualTo("ringing");
    client.pickUp();

    for (var token : List.of(pair.clientToken(), pair.therapistToken())) {
      assertThat(api("GET", token, "")).contains("\"call\":\"connected\",\"byOwnPhone\":true");
    }
    assertThat(api("GET", pair.clientToken(), "") + page(pair.clientToken()) + log.getAll())
        .doesNotContain("55507777", "5550-7777");
    assertThat(api("POST", pair.clientToken(), "/phone/own", "{\"number\": \"+49 30 5550-7777\"}"))
        .contains("not-allowed");
    assertThat(app.getBean(AuditLog.class).listFor(pair.client(), null).records().toString())
        .doesNotContain("55507777", "5550-7777");
    assertThat(
            app.getBean(JdbcClient.class)
                .sql("select string_agg(it::text, ' ') from sessions_call it")
                .query(String.class)
                .single())
        .doesNotContain("55507777");

    client.end(LegEnd.HUNG_UP);
    assertThat(own.isOver()).as("nobody is left in silence").isTrue();
    assertThat(standing(pair.therapistToken())).isEqualTo("ended-hung-up");
    assertThat(api("GET", pair.therapistToken(), "")).doesNotContain("byOwnPhone");
  }

  @Test
  void whateverBecomesOfTheTherapistsOwnPhoneTheClientIsNotLeftWithADeadLine() {
    admit();
    var words =
        Map.of(
            LegEnd.BUSY, "ended-own-busy",
            LegEnd.NO_ANSWER, "ended-own-no-answer",
            LegEnd.REFUSED, "ended-own-refused",
            LegEnd.LINE_LOST, "ended-line-lost");
    words.forEach(
        (why, word) -> {
          callOwn("+49 30 55507777");
          line.last().end(why);
          assertThat(standing(pair.clientToken())).isEqualTo(word);
          assertThat(page(pair.therapistToken())).contains("data-phone=\"" + word + "\"");
          assertThat(page(pair.clientToken())).contains("data-phone=\"" + word + "\"");
        });
    assertThat(line.dialled).as("the client was never called").containsOnly("+493055507777");

    for (var why : List.of(LegEnd.HUNG_UP, LegEnd.SILENT)) {
      var own = ownCall();
      var client = line.last();
      own.end(why);
      assertThat(client.isOver()).isTrue();
      assertThat(standing(pair.clientToken()))
          .isEqualTo(why == LegEnd.SILENT ? "ended-own-silent" : "ended-we-hung-up");
    }
  }

  @Test
  void aHourThatEndsHangsUpBothPhonesAndOneGivenUpEarlyCallsNoClient() {
    admit();
    callOwn("+49 30 55507777");
    var given = line.last();
    api("POST", pair.clientToken(), "/phone/hang-up");
    await().until(given::isOver);
    assertThat(standing(pair.therapistToken())).isEqualTo("ended-we-hung-up");

    callOwn("+49 30 55507777");
    var late = line.last();
    app.getBean(JdbcClient.class).sql("update sessions_call set state = 'ENDED'").update();
    late.pickUp();
    await().until(late::isOver);
    assertThat(line.dialled).doesNotContain("+" + DIGITS);

    var own = ownCall();
    var client = line.last();
    sessions.end(pair.hour(), pair.therapist().person());
    await().atMost(Duration.ofSeconds(5)).until(() -> own.isOver() && client.isOver());
  }

  private ScriptedLine.Leg ownCall() {
    var before = line.dialled.size();
    callOwn("+49 30 55507777");
    var own = line.last();
    own.pickUp();
    await().until(() -> line.dialled.size() == before + 2);
    line.last().pickUp();
    return own;
  }

  private String callOwn(String number) {
    return api(
        "POST", pair.therapistToken(), "/phone/own", "{\"number\": \"%s\"}".formatted(number));
  }

  @Test
  void eachStepStandsInTheAuditLogWithoutANumber() {
    admit();
    call();
    line.last().ring();
    line.last().pickUp();
    line.last().end(LegEnd.HUNG_UP);
    sessions.move(pair.hour(), pair.client().person(), Modality.TEXT);
    assertThat(app.getBean(AuditLog.class).listFor(pair.client(), null).records())
        .filteredOn(it -> it.entry().thing().startsWith("session."))
        .extracting(it -> it.entry().thing() + " " + it.entry().reason())
        .containsExactly(
            "session.text started",
            "session.phone stopped",
            "session.phone-call hung-up",
            "session.phone-call connected",
            "session.phone-call ringing",
            "session.phone-call called",
            "session.phone began",
            "session.phone arrived");
  }

  @Test
  void onlyTheTherapistCallsAndOnlyInAnHourByPhoneAndOnlyWhileTheLineIsThere() {
    assertThat(call()).contains("session-moved-on");
    admit();
    assertThat(api("POST", pair.clientToken(), "/phone/call")).contains("not-allowed");
    var stranger = Pair.begin(app, Modality.PHONE);
    assertThat(api("POST", stranger.therapistToken(), "/phone/call")).contains("not-found");
    assertThat(api("POST", stranger.clientToken(), "/phone/pin")).contains("not-found");
    assertThatThrownBy(() -> open(pair.clientToken()))
        .cause()
        .isInstanceOf(WebSocketHandshakeException.class);
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.NO_ANSWER);
    assertThat(call()).contains("phone-line-away");
    assertThat(api("POST", pair.clientToken(), "/phone/pin")).contains("phone-line-away");
    assertThat(page(pair.clientToken()))
        .contains("telephone line is down right now", "Go on by video", "Go on in writing");
    assertThat(line.dialled).isEmpty();
  }

  @Test
  void aNumberHasToSayItsCountryWhereThereIsALine() {
    assertThatThrownBy(
            () ->
                sessions.arrive(
                    pair.hour(), pair.client().person(), new Arrival("Home", "030 900771")))
        .hasMessage("invalid");
    assertThat(new Arrival("Home", "0049 30 900771").dialled().orElseThrow().value())
        .isEqualTo("+4930900771");
    assertThat(new Arrival("Home", "+49 (0)30 / 900.771").dialled().orElseThrow().value())
        .isEqualTo("+4930900771");
    for (var stranger :
        List.of("+49 30 1234567 ext 12", "+49 30 1234567;12", "+49 30 1234567 #2")) {
      assertThat(new Arrival("Home", stranger).dialled()).as(stranger).isEmpty();
    }
    assertThat(new Arrival("Home", "+0 12345").dialled()).isEmpty();
    assertThat(new Arrival("Home", "+49 30 900771 900771 900771").dialled()).isEmpty();
  }

  @Test
  void anHourForWhichTheLineIsDownBeginsInWritingAndOneBookedBeforeKeepsItsWay() {
    sessions.arrive(pair.hour(), pair.client().person(), AT_HOME);
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.BRIDGE_DOWN);
    assertThat(ways.holds(Modality.PHONE)).isFalse();
    assertThat(session().channel()).isEqualTo(Modality.PHONE);
    sessions.admit(pair.hour(), pair.therapist().person());
    assertThat(session().channel()).isEqualTo(Modality.TEXT);
    assertThatThrownBy(() -> sessions.move(pair.hour(), pair.client().person(), Modality.PHONE))
        .hasMessage("channel-not-held");
  }

  private void assertHungUp() {
    await().atMost(Duration.ofSeconds(5)).until(line.last()::isOver);
  }

  /// Several looks of the switchboard later it is still on.
  private static void assertStaysOn(ScriptedLine.Leg leg) {
    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> !leg.isOver());
  }

  private void admit() {
    sessions.arrive(pair.hour(), pair.client().person(), AT_HOME);
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  private String call() {
    return api("POST", pair.therapistToken(), "/phone/call");
  }

  private String pin() {
    return JSON.readTree(api("POST", pair.clientToken(), "/phone/pin")).get("pin").asString();
  }

  /// Another PIN than the given.
  private static String other(String pin) {
    return (pin.startsWith("1") ? "2" : "1") + pin.substring(1);
  }

  private String standing(String token) {
    return JSON.readTree(api("GET", token, "")).get("call").asString();
  }

  private TherapySession session() {
    return sessions.find(pair.hour()).orElseThrow();
  }

  private String spans() {
    return sessions.listSpans(session()).stream()
        .map(ChannelSpan::channel)
        .map(Modality::name)
        .collect(Collectors.joining(" "));
  }

  private String stored() {
    return app.getBean(JdbcClient.class)
        .sql("select string_agg(it::text || encode(hash, 'escape'), ' ') from sessions_pin it")
        .query(String.class)
        .single();
  }

  private Line open(String token) {
    var browser = Line.at(port, "/live/rooms/" + pair.hour(), token).join();
    browser.hear("opened");
    return browser;
  }

  private static JsonNode telephone(Line browser) {
    return telephone(browser, true);
  }

  private static JsonNode telephone(Line browser, boolean isThere) {
    while (true) {
      var people = browser.hear("people").get("people");
      if (!isThere || !people.isEmpty()) {
        return isThere ? people.get(0) : people;
      }
    }
  }

  private static void describe(Line browser, String telephone) {
    browser.say(
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("type", "description")
                .put("to", telephone)
                .put("kind", "offer")
                .put("sdp", OFFER)));
  }

  private static final String OFFER =
      """
      v=0
      o=- 46117317 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      m=audio 9 UDP/TLS/RTP/SAVPF 0 8
      c=IN IP4 0.0.0.0
      a=fingerprint:sha-256 %s
      a=setup:actpass
      a=mid:0
      a=sendrecv
      a=rtcp-mux
      """
          .formatted("AB:".repeat(31) + "AB")
          .replace("\n", "\r\n");

  private String page(String token) {
    return new Visit(port)
        .call(
            "GET", "/sessions/" + pair.hour(), "text/html", "", "Authorization", "Bearer " + token)
        .body();
  }

  private String api(String method, String token, String path) {
    return api(method, token, path, "");
  }

  private String api(String method, String token, String path, String body) {
    return new Visit(port)
        .json(
            method,
            "/api/v1/sessions/" + pair.hour() + path,
            body,
            "Authorization",
            "Bearer " + token)
        .body();
  }
}
