package org.saltwater.sessions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.Episodes;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.live.Line;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// The socket of a room, without browsers around it. Limits are on: a flood must meet one.
@SaltwaterTest
@TestPropertySource(properties = "saltwater.rate-limits=true")
@Tag("room")
class CallTest {
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired CallTable table;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.VIDEO);
    clock.set(Pair.START);
  }

  @Test
  void theTwoOfAnHourByVideoFindEachOtherAndPassOnWhatACallNeeds() {
    admit();
    var client = open(pair.clientToken());
    assertThat(client.hear("people").get("people")).isEmpty();
    var therapist = open(pair.therapistToken());
    var other = client.hear("people").get("people").get(0);
    assertThat(other.get("name").asString()).isEqualTo("Amara Okafor");
    assertThat(other.get("device").asString()).isEqualTo(therapist.device);
    assertThat(therapist.hear("people").get("people").get(0).get("name").asString())
        .isEqualTo("Jo");

    therapist.describe(client.device, Sdp.OFFER);
    var heard = client.hear("description");
    assertThat(heard.get("from").asString()).isEqualTo(therapist.device);
    assertThat(heard.get("kind").asString()).isEqualTo("offer");
    assertThat(heard.get("sdp").asString()).contains(Sdp.RELAY);
    for (var i = 1; i <= 20; i++) {
      therapist.candidate(client.device, Sdp.HOST.replace(" 46154 ", " " + i + " "));
    }
    for (var i = 1; i <= 20; i++) {
      assertThat(client.hear("candidate").get("candidate").asString()).contains(" " + i + " typ");
    }
    client.line.say("{\"type\":\"shows\",\"camera\":false,\"microphone\":true,\"screen\":false}");
    assertThat(therapist.hear("shows").get("camera").asBoolean()).isFalse();
    client.line.drop();
    assertThat(therapist.hear("people").get("people")).isEmpty();
    assertThat(countSignals()).as("nothing said is kept").isZero();
  }

  @Test
  void nobodyElseComesInAndNobodyAtAnotherTime() {
    assertTurnedAway(pair.clientToken(), 409);
    admit();
    var stranger = Pair.begin(app, Modality.VIDEO);
    assertTurnedAway(stranger.clientToken(), 404);
    assertTurnedAway(stranger.therapistToken(), 404);
    assertTurnedAway("nobody", 401);
    assertTurnedAway(pair.clientToken(), 403, "Origin", "https://elsewhere.example");
    sessions.move(pair.hour(), pair.client().person(), Modality.TEXT);
    assertTurnedAway(pair.clientToken(), 409);
    sessions.move(pair.hour(), pair.client().person(), Modality.VIDEO);
    open(pair.clientToken());
    sessions.end(pair.hour(), pair.client().person());
    assertTurnedAway(pair.clientToken(), 409);
  }

  @Test
  void whenTheConsentEdgeClosesTheRoomClosesWithinFiveSeconds() throws Exception {
    admit();
    var client = open(pair.clientToken());
    var therapist = open(pair.therapistToken());
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertClosed(therapist, 4403);
    assertClosed(client, 4403);
    assertTurnedAway(pair.therapistToken(), 404);
    assertTurnedAway(pair.clientToken(), 404);
  }

  @Test
  void whenASignInIsRevokedHereOrElsewhereItsRoomClosesWithinFiveSeconds() throws Exception {
    admit();
    var client = open(pair.clientToken());
    var therapist = open(pair.therapistToken());
    app.getBean(SignIns.class).revokeAll(pair.client().person());
    assertClosed(client, 4403);
    assertThat(therapist.line.closed).isNotDone();
    app.getBean(JdbcClient.class)
        .sql("delete from identity_sign_in where person = ?")
        .param(pair.therapist().value())
        .update();
    assertClosed(therapist, 4403);
  }

  @Test
  void whenTheHourEndsOrMovesOnTheRoomSaysWhich() throws Exception {
    admit();
    var client = open(pair.clientToken());
    sessions.move(pair.hour(), pair.therapist().person(), Modality.TEXT);
    assertClosed(client, 4410);
    sessions.move(pair.hour(), pair.client().person(), Modality.VIDEO);
    var again = open(pair.clientToken());
    sessions.end(pair.hour(), pair.therapist().person());
    assertClosed(again, 4403);
  }

  @Test
  void theFirstDeviceOfAPersonIsToldAndLetGoWhenASecondComes() throws Exception {
    admit();
    var therapist = open(pair.therapistToken());
    var laptop = open(pair.clientToken());
    assertThat(device(therapist)).isEqualTo(laptop.device);
    var phone = open(app.getBean(SignIns.class).issue(pair.client().person(), "phone").value());
    assertClosed(laptop, 4409);
    assertThat(device(therapist)).isEqualTo(phone.device);
    assertThat(phone.line.closed).isNotDone();
    assertThat(therapist.line.closed).isNotDone();
  }

  @Test
  void aDeviceThatCameToAnotherNodeIsHeardAndLetsAnOlderOneGo() throws Exception {
    admit();
    var client = open(pair.clientToken());
    client.hear("people");
    var elsewhere = comeElsewhere(pair.therapist().person());
    assertThat(device(client)).isEqualTo(elsewhere.toString());
    table.put(pair.hour(), UUID.fromString(client.device), "{\"type\":\"here\"}");
    client.hear("here");
    comeElsewhere(pair.client().person());
    assertClosed(client, 4409);
  }

  @Test
  void whoseNodeDiedIsGoneAfterAWhile() {
    admit();
    var client = open(pair.clientToken());
    client.hear("people");
    comeElsewhere(pair.therapist().person());
    assertThat(client.hear("people").get("people")).hasSize(1);
    clock.set(clock.instant().plusSeconds(21));
    assertThat(client.hear("people").get("people")).isEmpty();
    assertThat(client.line.closed).isNotDone();
  }

  @Test
  void whatIsNoPartOfACallEndsTheConnectionThatSentItAndDisturbsNobody() throws Exception {
    admit();
    var therapist = open(pair.therapistToken());
    therapist.hear("people");
    for (var harm :
        new Harm[] {
          new Harm(4400, (line, to) -> line.describe(to, "v=0\r\no=forged\r\n")),
          new Harm(
              4400,
              (line, to) ->
                  line.describe(
                      to, Sdp.OFFER.replace("m=video 9 UDP/TLS/RTP/SAVPF", "m=text 9 X"))),
          new Harm(4400, (line, to) -> line.candidate(to, "candidate:over there")),
          new Harm(1007, (line, to) -> line.line.say("{\"type\":\"open-sesame\"}")),
          new Harm(1007, (line, to) -> line.line.say("no json")),
          new Harm(1007, (line, to) -> line.line.say("{\"type\":\"description\",\"to\":null}")),
          new Harm(1009, (line, to) -> tooLong(line))
        }) {
      var client = open(pair.clientToken());
      harm.done().to(client, therapist.device);
      assertClosed(client, harm.code());
    }
    var client = open(pair.clientToken());
    client.describe(therapist.device, Sdp.OFFER);
    assertThat(therapist.hear("description").get("from").asString()).isEqualTo(client.device);
    assertThat(therapist.line.closed).isNotDone();
  }

  @Test
  void aFloodEndsTheConnectionThatMadeItAndTheOtherGoesOn() throws Exception {
    admit();
    var therapist = open(pair.therapistToken());
    var client = open(pair.clientToken());
    try {
      for (var i = 0; i < 700; i++) {
        client.line.say("{\"type\":\"here\"}");
      }
    } catch (CompletionException cutOff) {
      assertThat(cutOff).hasRootCauseInstanceOf(IOException.class);
    }
    assertClosed(client, 1008);
    therapist.line.say("{\"type\":\"here\"}");
    therapist.hear("here");
    assertTurnedAway(pair.clientToken(), 429);
  }

  @Test
  void whatIsSaidToADeviceInAnotherRoomIsHeardByNobody() {
    admit();
    var client = open(pair.clientToken());
    var mine = pair;
    pair = Pair.begin(app, Modality.VIDEO);
    admit();
    var stranger = open(pair.clientToken());
    pair = mine;
    client.describe(stranger.device, Sdp.OFFER);
    client.line.say("{\"type\":\"here\"}");
    client.hear("here");
    // One look after it was said, whatever there is has been told.
    comeElsewhere(pair.therapist().person());
    client.hear("people");
    stranger.line.say("{\"type\":\"here\"}");
    assertThat(stranger.hearUntilHere()).doesNotContain("description");
    assertThat(countSignals()).isZero();
  }

  private record Harm(int code, Doing done) {}

  private interface Doing {
    void to(Room line, String other);
  }

  private static void tooLong(Room room) {
    try {
      room.line.say("{\"type\":\"description\",\"sdp\":\"" + "x".repeat(1_000_000) + "\"}");
    } catch (CompletionException cutOff) {
      assertThat(cutOff).hasRootCauseInstanceOf(IOException.class);
    }
  }

  private UUID comeElsewhere(PersonId person) {
    var device = UUID.randomUUID();
    table.enter(pair.hour(), person, device, clock.instant());
    return device;
  }

  private void admit() {
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  private Room open(String token) {
    var line = Line.at(port, "/live/rooms/" + pair.hour(), token).join();
    return new Room(line, line.hear("opened").get("device").asString());
  }

  private static String device(Room room) {
    while (true) {
      var people = room.hear("people").get("people");
      if (!people.isEmpty()) {
        return people.get(0).get("device").asString();
      }
    }
  }

  private static void assertClosed(Room room, int code) throws Exception {
    assertThat(room.line.closed.get(5, TimeUnit.SECONDS)).isEqualTo(code);
  }

  private void assertTurnedAway(String token, int status, String... headers) {
    assertThatThrownBy(() -> Line.at(port, "/live/rooms/" + pair.hour(), token, headers).join())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  private long countSignals() {
    return app.getBean(JdbcClient.class)
        .sql("select count(*) from sessions_signal")
        .query(Long.class)
        .single();
  }

  /// A device in the room.
  private record Room(Line line, String device) {
    tools.jackson.databind.JsonNode hear(String type) {
      return line.hear(type);
    }

    List<String> hearUntilHere() {
      var heard = new ArrayList<String>();
      do {
        heard.add(line.hearAny().get("type").asString());
      } while (!heard.getLast().equals("here"));
      return heard;
    }

    void describe(String to, String sdp) {
      line.say(
          JSON.writeValueAsString(
              JSON.createObjectNode()
                  .put("type", "description")
                  .put("to", to)
                  .put("kind", "offer")
                  .put("sdp", sdp)));
    }

    void candidate(String to, String candidate) {
      line.say(
          JSON.writeValueAsString(
              JSON.createObjectNode()
                  .put("type", "candidate")
                  .put("to", to)
                  .put("candidate", candidate)
                  .put("sdpMid", "0")
                  .put("sdpMLineIndex", 0)));
    }
  }
}
