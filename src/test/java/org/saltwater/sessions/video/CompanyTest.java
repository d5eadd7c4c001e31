package org.saltwater.sessions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.live.Line;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.SessionProblem;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.company.Answer;
import org.saltwater.sessions.company.Companion;
import org.saltwater.sessions.company.Companions;
import org.saltwater.sessions.company.CompanyProblem;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody comes along to an hour by video: who may, who decides, and how it ends. Through a relay
/// alone, which holds for them as for the two.
@SaltwaterTest
@TestPropertySource(
    properties = {
      "saltwater.turn.urls=turn:turn.example:3478",
      "saltwater.turn.secret=not-a-secret",
      "saltwater.turn.relay-only=true"
    })
@Tag("room")
class CompanyTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ROOM = "/live/along/";

  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired Companions companions;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  private Pair pair;
  private SignedIn client;
  private SignedIn therapist;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.VIDEO);
    client = new SignedIn(pair.client().person(), "Jo", Set.of(Role.CLIENT), Pair.BERLIN);
    therapist =
        new SignedIn(pair.therapist().person(), "Amara", Set.of(Role.THERAPIST), Pair.BERLIN);
  }

  @Test
  void nobodyComesInBeforeAllThreeHaveSaidYesAndTheHourRunsByVideo() throws Exception {
    var sam = follow(client, "Sam");
    assertThat(sam.hour().get("standing").asString()).isEqualTo("ASKED");
    assertThat(sam.hour().get("others").toString()).isEqualTo("[\"Jo\"]");
    assertTurnedAway(sam, 409);
    say(therapist, sam, Answer.YES);
    hold();
    assertTurnedAway(sam, 409);
    assertThat(sam.yes("Sam").get("standing").asString()).isEqualTo("OPEN");
    assertThat(sam.hour().get("others").toString()).isEqualTo("[\"Amara Okafor\",\"Jo\"]");
    say(therapist, sam, Answer.NO);
    assertTurnedAway(sam, 409);
    say(therapist, sam, Answer.YES);
    say(client, sam, Answer.NO);
    assertTurnedAway(sam, 409);
    assertThat(sam.hour().get("standing").asString()).isEqualTo("DECLINED");
    assertThat(sam.hour().get("others")).isEmpty();
    say(client, sam, Answer.YES);

    var jo = open("/live/rooms/" + pair.hour(), pair.clientToken());
    var inside = sam.open();
    var ice = inside.line.hear("opened").get("ice");
    assertThat(ice.get("iceTransportPolicy").asString()).isEqualTo("relay");
    assertThat(ice.toString()).contains("\"credential\"").doesNotContain(sam.id.toString());
    var seen = people(inside, 1).get(0);
    assertThat(seen.get("name").asString()).isEqualTo("Jo");
    assertThat(seen.toString()).doesNotContain(pair.client().toString());
    var him = people(jo, 1).get(0);
    assertThat(him.get("name").asString()).isEqualTo("Sam");
    assertThat(him.get("along").asBoolean()).isTrue();
    candidate(inside, seen, Sdp.HOST);
    candidate(inside, seen, Sdp.RELAY);
    assertThat(jo.line.hear("candidate").get("candidate").asString())
        .as("the way through the relay alone")
        .contains("typ relay");

    sessions.move(pair.hour(), client.id(), Modality.TEXT);
    assertClosed(inside, 4410);
    assertThat(sam.hour().get("standing").asString()).isEqualTo("BETWEEN_THE_TWO");
    assertTurnedAway(sam, 409);
    sessions.move(pair.hour(), client.id(), Modality.VIDEO);
    var again = sam.open();
    sessions.end(pair.hour(), therapist.id());
    assertClosed(again, 4403);
    assertTurnedAway(sam, 409);
    assertThat(sam.hour().get("standing").asString()).isEqualTo("OVER");
    assertThat(sam.hour().get("others")).isEmpty();
  }

  @Test
  void whoeverTakesAYesBackTheyAreOutWithinFiveSecondsAndTheTwoGoOn() throws Exception {
    hold();
    var sam = agreed("Sam");
    var jo = open("/live/rooms/" + pair.hour(), pair.clientToken());
    for (var who : List.of(client, therapist)) {
      var inside = sam.open();
      say(who, sam, Answer.NO);
      assertClosed(inside, 4403);
      assertTurnedAway(sam, 409);
      say(who, sam, Answer.YES);
    }
    var inside = sam.open();
    sam.no();
    assertClosed(inside, 4403);
    assertThat(sam.hour().get("standing").asString()).isEqualTo("STAYS_AWAY");
    sam.yes("Sam");
    var met = sam.open();
    // As another node does it: nothing is told here, and the rows are others.
    sql.sql("update sessions_companion set client_answer = 'NO', seat = null where id = ?")
        .param(sam.id)
        .update();
    sql.sql("delete from sessions_device where person = ?").param(sam.id).update();
    assertClosed(met, 4403);
    assertThat(jo.line.closed).isNotDone();
  }

  @Test
  void theRoomHoldsFourAndAFifthIsRefusedHoweverTheyCome() {
    hold();
    var sam = agreed("Sam");
    var pat = agreed("Pat");
    assertRefused(CompanyProblem.ROOM_FULL, () -> invite(client, "Fifth"));
    say(client, pat, Answer.NO);
    var kim = agreed("Kim");
    assertRefused(CompanyProblem.ROOM_FULL, () -> say(client, pat, Answer.YES));
    assertTurnedAway(pat, 409);
    var jo = open("/live/rooms/" + pair.hour(), pair.clientToken());
    open("/live/rooms/" + pair.hour(), pair.therapistToken());
    sam.open();
    kim.open();
    assertThat(people(jo, 3).findValuesAsString("name"))
        .containsExactlyInAnyOrder("Amara Okafor", "Sam", "Kim");
    assertThatThrownBy(
            () ->
                sql.sql("update sessions_companion set seat = 3 where id = ?")
                    .param(kim.id)
                    .update())
        .as("the database itself has two seats")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aNoOfTheClientsIsNotAskedAwayAndTheirsToChange() {
    var sam = follow(therapist, "Sam");
    say(client, sam, Answer.NO);
    say(therapist, sam, Answer.YES);
    assertThat(sam.companion().clients()).isEqualTo(Answer.NO);
    assertRefused(CompanyProblem.CLIENT_SAID_NO, () -> invite(therapist, "Pat"));
    assertRefused(
        CompanyProblem.CLIENT_SAID_NO,
        () -> companions.invite(therapist, pair.hour(), supervisor().id()));
    assertThat(invite(client, "Their own")).isNotNull();
    say(client, sam, Answer.YES);
    assertThat(sam.companion().isDeclined()).isFalse();
  }

  @Test
  void aYesCountsForANameAndTheTwoAreAskedAboutAnotherOne() throws Exception {
    hold();
    var sam = agreed("Sam");
    var inside = sam.open();
    assertThat(sam.yes("sam ").get("standing").asString()).isEqualTo("OPEN");
    assertThat(inside.line.closed).isNotDone();
    assertThat(sam.yes("Somebody else").get("standing").asString()).isEqualTo("NOT_YET");
    assertClosed(inside, 4403);
    assertTurnedAway(sam, 409);
    say(client, sam, Answer.YES);
    assertTurnedAway(sam, 409);
    say(therapist, sam, Answer.YES);
    assertThat(sam.open().line.closed).isNotDone();
    assertThat(sam.call("POST", "/yes", "{\"name\":\" \"}").status()).isEqualTo(422);
  }

  @Test
  void aLinkWorksOnceANewOneTakesTheOldOnesPlaceAndBothEndWithTheHour() throws Exception {
    hold();
    var link = invite(client, "Sam");
    var page = new Visit(port).get(link);
    // Without what is drawn by lot, in which any two letters may stand.
    assertThat(page.body().replaceAll("<[^>]*>", " "))
        .contains("Someone asks you to come along")
        .doesNotContain("Jo");
    var browser = new Visit(port);
    browser.get(link);
    var led = browser.post(link);
    assertThat(led.location()).startsWith("/along/");
    assertThat(browser.get(led.location()).body())
        .contains("Will you come along?", "Who asks you", ">Jo<")
        .doesNotContain("Amara Okafor");
    assertThat(new Visit(port).get(led.location()).status())
        .as("without the cookie")
        .isEqualTo(410);
    assertThat(new Visit(port).get(link).status()).isEqualTo(410);
    assertThat(new Visit(port).get("/along/link/nonsense").body())
        .contains("This link opens nothing any more");

    var sam = agreed("Sam the second");
    var laptop = sam.open();
    var tab = sam.open();
    assertClosed(laptop, 4409);
    var other = companions.linkAnew(client, pair.hour(), sam.id).link().value();
    var phone = follow(other);
    assertThat(tab.line.closed.get(5, TimeUnit.SECONDS)).isNotZero();
    assertTurnedAway(sam, 401);
    phone.open();
    assertRefused(
        GeneralProblem.NOT_FOUND, () -> companions.linkAnew(therapist, pair.hour(), sam.id));

    sessions.end(pair.hour(), client.id());
    forget();
    assertThat(phone.call("GET", "", "").status()).isEqualTo(410);
    assertThat(
            sql.sql(
                    """
                    select count(*) from sessions_companion
                    where session = ? and num_nonnulls(sealed_name, link_hash, visit_hash) > 0
                    """)
                .param(pair.hour().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aSupervisorComesByTheirSignInWhenTheTherapistAskedAndOnlyAsLongAsItLasts() throws Exception {
    hold();
    var supervisor = supervisor();
    var token = app.getBean(SignIns.class).issue(supervisor.id(), "test").value();
    assertRefused(
        GeneralProblem.NOT_ALLOWED, () -> companions.invite(client, pair.hour(), supervisor.id()));
    assertRefused(
        GeneralProblem.NOT_FOUND,
        () -> companions.invite(therapist, pair.hour(), pair.client().person()));
    var asked = companions.invite(therapist, pair.hour(), supervisor.id());
    assertThat(companions.invite(therapist, pair.hour(), supervisor.id())).isEqualTo(asked);
    var they = new Guest(asked.id(), "Authorization", "Bearer " + token);
    var home = new Visit(port).call("GET", "/home", "text/html", "", they.header, they.token);
    assertThat(home.body()).contains("An hour with Amara Okafor");
    assertTurnedAway(they, 409);
    they.yes("");
    assertThat(they.hour().get("others").toString())
        .as("the client is named once they have said yes")
        .isEqualTo("[\"Amara Okafor\"]");
    say(client, they, Answer.YES);
    var inside = they.open();
    assertThat(they.hour().get("name").asString()).isEqualTo("Wilma of the supervisors");
    assertThat(they.hour().get("others").toString()).contains("Jo");
    assertTurnedAway(new Guest(asked.id(), "Authorization", "Bearer " + pair.clientToken()), 404);
    they.no();
    assertClosed(inside, 4403);
    assertThat(
            new Visit(port).call("GET", "/home", "text/html", "", they.header, they.token).body())
        .contains("An hour you were asked along to")
        .doesNotContain("An hour with");
    they.yes("");
    inside = they.open();
    app.getBean(SignIns.class).revokeAll(supervisor.id());
    assertClosed(inside, 4403);
  }

  @Test
  void whoIsAskedIsToldInTimeToThinkAboutItAndNotWhoItIs() {
    invite(client, "Sam");
    assertThat(mailsTo(therapist.id())).hasSize(1);
    assertThat(mailsTo(client.id())).as("she has asked herself").isEmpty();
    assertThat(mailsTo(therapist.id()).getFirst())
        .contains("/sessions/" + pair.hour() + "/company")
        .doesNotContain("Sam", "Jo", "therapy");

    var supervisor = supervisor();
    var asked = companions.invite(therapist, pair.hour(), supervisor.id());
    companions.invite(therapist, pair.hour(), supervisor.id());
    assertThat(mailsTo(client.id())).hasSize(1);
    assertThat(mailsTo(supervisor.id())).hasSize(1);
    assertThat(mailsTo(supervisor.id()).getFirst()).contains("/along/" + asked.id());
  }

  @Test
  void inTheRoomNobodyNeedsAMailToBeAsked() {
    hold();
    invite(client, "Sam");
    assertThat(mailsTo(therapist.id())).isEmpty();
  }

  @Test
  void whoComesAlongFindsTheRoomAndNothingElse() {
    hold();
    var sam = agreed("Sam");
    for (var path :
        List.of(
            "/api/v1/sessions/" + pair.hour(),
            "/api/v1/sessions/" + pair.hour() + "/company",
            "/api/v1/conversations/" + pair.talk() + "/messages")) {
      assertThat(new Visit(port).call("GET", path, "text/html", "", sam.header, sam.token).status())
          .as(path)
          .isEqualTo(401);
    }
    for (var step : List.of("/end", "/channel", "/admit", "/company")) {
      var path = "/api/v1/sessions/" + pair.hour() + step;
      assertThat(sam.send("POST", path, "{\"channel\":\"TEXT\",\"name\":\"x\"}").status())
          .as(path)
          .isEqualTo(401);
    }
    assertTurnedAway("/live/rooms/" + pair.hour(), sam, 401);
    assertTurnedAway("/live?conversation=" + pair.talk(), sam, 401);
    assertThat(sam.hour().propertyNames())
        .containsExactlyInAnyOrder("companion", "standing", "name", "others", "start", "end");
    var stranger = Pair.begin(app, Modality.VIDEO);
    var other = new SignedIn(stranger.client().person(), "Bo", Set.of(Role.CLIENT), Pair.BERLIN);
    assertRefused(GeneralProblem.NOT_FOUND, () -> companions.listOf(other, pair.hour()));
    assertRefused(
        GeneralProblem.NOT_FOUND,
        () -> companions.answer(other, stranger.hour(), sam.id, Answer.YES));
  }

  @Test
  void whenTheTwoPartTheirCompanyIsOutToo() throws Exception {
    hold();
    var sam = agreed("Sam");
    var inside = sam.open();
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertClosed(inside, 4403);
    assertTurnedAway(sam, 404);
    assertRefused(GeneralProblem.NOT_FOUND, () -> companions.listOf(therapist, pair.hour()));
    assertRefused(SessionProblem.SESSION_MOVED_ON, () -> say(client, sam, Answer.YES));
  }

  @Test
  void theAuditLogTellsEachStepAndNoName() throws Exception {
    hold();
    var once = UUID.randomUUID().toString();
    var asked = companions.invite(client, pair.hour(), "Sam", Optional.of(once));
    var again = companions.invite(client, pair.hour(), "Sam", Optional.of(once));
    assertThat(again.companion().id()).isEqualTo(asked.companion().id());
    assertThat(new Visit(port).get(asked.link().value()).status()).isEqualTo(410);
    var sam = follow(again.link().value());
    sam.yes("Sam");
    say(therapist, sam, Answer.YES);
    say(therapist, sam, Answer.YES);
    var inside = sam.open();
    inside.line.hear("people");
    say(client, sam, Answer.NO);
    assertClosed(inside, 4403);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(app.getBean(AuditLog.class).listFor(pair.client(), null).records())
                    .filteredOn(line -> line.entry().thing().equals("session.company"))
                    .extracting(line -> line.entry().action() + " " + line.entry().reason())
                    .containsExactly(
                        "CHANGED left",
                        "CONSENT_WITHDRAWN client-no",
                        "CHANGED joined",
                        "CONSENT_GIVEN therapist-yes",
                        "CONSENT_GIVEN guest-yes",
                        "CHANGED link-followed",
                        "INVITED client-asked"));
  }

  private void hold() {
    clock.set(Pair.START);
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  private Person supervisor() {
    var id = PersonId.random();
    var it =
        new Person(
            id,
            "Wilma of the supervisors",
            id + "@example.org",
            Set.of(Role.SUPERVISOR),
            Pair.BERLIN);
    app.getBean(People.class).addAll(List.of(it));
    return it;
  }

  private List<String> mailsTo(PersonId person) {
    return sql.sql(
            """
            select subject || body from notifications_mail
            where recipient = ? and subject like 'A question%'
            """)
        .param(person + "@example.org")
        .query(String.class)
        .list();
  }

  private String invite(SignedIn by, String name) {
    return companions.invite(by, pair.hour(), name, Optional.empty()).link().value();
  }

  private Guest follow(SignedIn by, String name) {
    return follow(invite(by, name));
  }

  private Guest follow(String link) {
    var token = link.substring(link.lastIndexOf('/') + 1);
    var told =
        JSON.readTree(
            new Visit(port).json("POST", "/api/v1/along", "{\"link\":\"" + token + "\"}").body());
    return new Guest(
        UUID.fromString(told.get("companion").asString()),
        "Company-Token",
        told.get("token").asString());
  }

  private Guest agreed(String name) {
    var it = follow(client, name);
    it.yes(name);
    say(therapist, it, Answer.YES);
    return it;
  }

  private Companion say(SignedIn who, Guest guest, Answer said) {
    return companions.answer(who, pair.hour(), guest.id, said);
  }

  private void forget() {
    app.getBean(ScheduledTaskHolder.class).getScheduledTasks().stream()
        .filter(task -> task.toString().contains("PastCompany"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private static void candidate(Room from, JsonNode to, String candidate) {
    from.line.say(
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("type", "candidate")
                .put("to", to.get("device").asString())
                .put("candidate", candidate)
                .put("sdpMid", "0")
                .put("sdpMLineIndex", 0)));
  }

  /// Who is told to be there, once there are so many.
  private static JsonNode people(Room room, int many) {
    while (true) {
      var people = room.line.hear("people").get("people");
      if (people.size() == many) {
        return people;
      }
    }
  }

  private Room open(String path, String token) {
    return new Room(Line.at(port, path, token).join());
  }

  private void assertTurnedAway(Guest guest, int status) {
    assertTurnedAway(ROOM + guest.id, guest, status);
  }

  private void assertTurnedAway(String path, Guest guest, int status) {
    assertThatThrownBy(() -> guest.at(path).join())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  private static void assertClosed(Room room, int code) throws Exception {
    assertThat(room.line.closed.get(5, TimeUnit.SECONDS)).isEqualTo(code);
  }

  private static void assertRefused(ProblemType why, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(why));
  }

  private record Room(Line line) {}

  /// Somebody who comes along, as a program: by what their link was changed into, or a sign-in.
  private final class Guest {
    final UUID id;
    final String header;
    final String token;

    Guest(UUID id, String header, String token) {
      this.id = id;
      this.header = header;
      this.token = token;
    }

    Room open() {
      return new Room(at(ROOM + id).join());
    }

    CompletableFuture<Line> at(String path) {
      return header.equals("Authorization")
          ? Line.at(port, path, token.substring("Bearer ".length()))
          : Line.at(port, path, "nobody", header, token);
    }

    JsonNode hour() {
      return JSON.readTree(call("GET", "", "").body());
    }

    JsonNode yes(String name) {
      var answer = call("POST", "/yes", "{\"name\":\"" + name + "\"}");
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }

    void no() {
      assertThat(call("POST", "/no", "").status()).isEqualTo(200);
    }

    Companion companion() {
      return companions.listOf(client, pair.hour()).stream()
          .filter(it -> it.id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    Visit.Answer call(String method, String step, String body) {
      return send(method, "/api/v1/along/" + id + step, body);
    }

    Visit.Answer send(String method, String path, String body) {
      return new Visit(port).call(method, path, "application/json", body, header, token);
    }
  }
}
