package org.saltwater.sessions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.Saltwater;
import org.saltwater.care.Episodes;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Modality;
import org.saltwater.messaging.live.Line;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.Node;
import org.saltwater.testing.TestDatabase;
import org.saltwater.testing.Visit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One hour by video, carried by two processes of the practice on one database: the therapist comes
/// to the one that this test runs in, the client to one of its own.
@Tag("room")
class TwoProcessesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static ConfigurableApplicationContext here;
  private static Node there;
  private Pair pair;

  @BeforeAll
  static void startBoth() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
      var folder =
          Files.createDirectories(
              Path.of("target", "test-data", "processes-" + UUID.randomUUID()).toAbsolutePath());
      var settings =
          List.of(
              "--saltwater.mode=demo",
              "--saltwater.sessions.modalities=VIDEO,TEXT",
              "--saltwater.data=" + folder,
              "--saltwater.database.url=postgresql://%s:%s@127.0.0.1:%d%s"
                  .formatted(
                      database.getUsername(),
                      database.getPassword(),
                      address.getPort(),
                      address.getPath()));
      var mine = new ArrayList<>(settings);
      mine.add("--server.port=0");
      // One after the other: whichever is first makes the root key that both use.
      here = SpringApplication.run(Saltwater.class, mine.toArray(String[]::new));
      there = Node.start(folder.resolve("log"), settings);
      there.awaitReady();
    }
  }

  @AfterAll
  static void stopBoth() {
    there.close();
    here.close();
  }

  /// Another process goes by the world's clock, so the hour is moved to now and not the clock.
  @BeforeEach
  void anHourHasBegun() {
    var monday =
        ZonedDateTime.ofInstant(Instant.now(), Pair.BERLIN)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .with(LocalTime.of(10, 0))
            .toInstant();
    pair = Pair.begin(here, Modality.VIDEO, monday);
    here.getBean(JdbcClient.class)
        .sql(
            """
            update sessions_session set starts_at = now() - interval '1 minute', ends_at = now() + interval '49 minutes'
            where appointment = ?
            """)
        .param(pair.hour().value())
        .update();
    assertThat(there.handle().pid()).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(api("/join", "{\"location\": \"At home\", \"callBack\": \"+49 30 1234567\"}"))
        .contains("\"state\":\"WAITING\"");
    here.getBean(TherapySessions.class).admit(pair.hour(), pair.therapist().person());
  }

  @Test
  void theTwoFindEachOtherAndAllThatTheySayArrivesInOrder() {
    var therapist = open(port(), pair.therapistToken());
    var client = open(there.port(), pair.clientToken());

    var other = firstOf(therapist);
    assertThat(other.get("device").asString()).isEqualTo(client.device);
    assertThat(other.get("name").asString()).isEqualTo("Jo");
    assertThat(firstOf(client).get("device").asString()).isEqualTo(therapist.device);

    therapist.say(said("description", client).put("kind", "offer").put("sdp", Sdp.OFFER));
    assertThat(client.hear("description").get("kind").asString()).isEqualTo("offer");
    client.say(said("description", therapist).put("kind", "answer").put("sdp", Sdp.OFFER));
    assertThat(therapist.hear("description").get("sdp").asString()).contains(Sdp.RELAY);
    for (var number = 1; number <= 20; number++) {
      var candidate = Sdp.HOST.replace(" 46154 ", " " + number + " ");
      therapist.say(said("candidate", client).put("candidate", candidate));
      client.say(said("candidate", therapist).put("candidate", candidate));
    }
    for (var room : List.of(client, therapist)) {
      for (var number = 1; number <= 20; number++) {
        assertThat(room.hear("candidate").get("candidate").asString())
            .contains(" " + number + " typ");
      }
    }
    client.line.say("{\"type\":\"shows\",\"camera\":false,\"microphone\":true,\"screen\":false}");
    assertThat(therapist.hear("shows").get("camera").asBoolean()).isFalse();
  }

  @Test
  void aSecondDeviceAtTheOtherProcessLetsTheFirstOneGo() throws Exception {
    var therapist = open(port(), pair.therapistToken());
    var laptop = open(there.port(), pair.clientToken());
    assertThat(firstOf(therapist).get("device").asString()).isEqualTo(laptop.device);

    var token = here.getBean(SignIns.class).issue(pair.client().person(), "phone").value();
    var phone = open(port(), token);

    assertClosed(laptop, 4409, "a device that came to another process");
    assertThat(firstOf(therapist).get("device").asString()).isEqualTo(phone.device);
    assertThat(phone.line.closed).isNotDone();
  }

  @Test
  void whoMovesTheHourAtOneProcessMovesItForTheOther() throws Exception {
    var therapist = open(port(), pair.therapistToken());
    var client = open(there.port(), pair.clientToken());

    assertThat(api("/channel", "{\"channel\": \"TEXT\"}")).contains("\"channel\":\"TEXT\"");

    assertClosed(therapist, 4410, "an hour moved at another process");
    assertClosed(client, 4410, "an hour moved at its own process");
    here.getBean(TherapySessions.class)
        .move(pair.hour(), pair.therapist().person(), Modality.VIDEO);
    var again = open(there.port(), pair.clientToken());
    assertThat(firstOf(open(port(), pair.therapistToken())).get("device").asString())
        .isEqualTo(again.device);
  }

  @Test
  void anEdgeClosedAtOneProcessClosesTheRoomAtTheOtherWithinFiveSeconds() throws Exception {
    var therapist = open(port(), pair.therapistToken());
    var client = open(there.port(), pair.clientToken());

    here.getBean(Episodes.class).close(pair.client(), pair.therapist());

    assertClosed(client, 4403, "an edge closed at another process");
    assertClosed(therapist, 4403, "an edge closed at its own process");
    assertThatThrownBy(() -> open(there.port(), pair.clientToken()))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  /// A call of the client's to their process.
  private String api(String path, String body) {
    return new Visit(there.port())
        .json(
            "POST",
            "/api/v1/sessions/" + pair.hour() + path,
            body,
            "Authorization",
            "Bearer " + pair.clientToken())
        .body();
  }

  private static int port() {
    return Integer.parseInt(here.getEnvironment().getRequiredProperty("local.server.port"));
  }

  private Room open(int port, String token) {
    var line = Line.at(port, "/live/rooms/" + pair.hour(), token).join();
    return new Room(line, line.hear("opened").get("device").asString());
  }

  private static JsonNode firstOf(Room room) {
    while (true) {
      var people = room.hear("people").get("people");
      if (!people.isEmpty()) {
        return people.get(0);
      }
    }
  }

  private static ObjectNode said(String type, Room to) {
    return JSON.createObjectNode().put("type", type).put("to", to.device);
  }

  private static void assertClosed(Room room, int code, String what) throws Exception {
    var before = System.nanoTime();
    assertThat(room.line.closed.get(5, TimeUnit.SECONDS)).isEqualTo(code);
    System.out.printf("%s was told after %d ms%n", what, (System.nanoTime() - before) / 1_000_000);
  }

  /// A device in the room.
  private record Room(Line line, String device) {
    JsonNode hear(String type) {
      return line.hear(type);
    }

    void say(ObjectNode frame) {
      line.say(JSON.writeValueAsString(frame));
    }
  }
}
