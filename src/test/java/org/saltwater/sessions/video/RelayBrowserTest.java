package org.saltwater.sessions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.kernel.Modality;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A practice that lets nobody learn another's network address: all goes through its coturn.
@Tag("room")
class RelayBrowserTest extends BrowserTest {
  private static final Coturn COTURN = new Coturn();

  /// Keeps the connections, and what the other side said of itself.
  private static final String REMEMBER =
      """
      window.calls = [];
      window.told = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...settings) { super(...settings); window.calls.push(this); }
        setRemoteDescription(it) { window.told.push(it.sdp); return super.setRemoteDescription(it); }
        addIceCandidate(it) { if (it) window.told.push(it.candidate); return super.addIceCandidate(it); }
      };
      """;

  private static final String HEARD =
      """
      async () => {
        const call = window.calls.findLast((each) => each.connectionState === "connected");
        const found = { frames: 0, sound: 0, near: [], far: [] };
        if (!call) return found;
        for (const each of (await call.getStats()).values()) {
          if (each.type === "inbound-rtp" && each.kind === "video") found.frames += each.framesDecoded ?? 0;
          if (each.type === "inbound-rtp" && each.kind === "audio") found.sound += each.totalAudioEnergy ?? 0;
          if (each.type === "local-candidate") found.near.push(each.candidateType);
          if (each.type === "remote-candidate") found.far.push(`${each.candidateType} ${each.address}`);
        }
        return found;
      }
      """;

  /// How a way to the relay with these credentials ends: "relay" or the error's number.
  private static final String TRY =
      """
      async ({ urls, username, credential }) => {
        const call = new RTCPeerConnection({ iceServers: [{ urls, username, credential }], iceTransportPolicy: "relay" });
        call.createDataChannel("");
        const end = new Promise((resolve) => {
          call.onicecandidate = ({ candidate }) => { if (candidate?.type === "relay") resolve("relay"); };
          call.onicecandidateerror = ({ errorCode }) => resolve(String(errorCode));
        });
        await call.setLocalDescription();
        return end.finally(() => call.close());
      }
      """;

  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired IceServers servers;
  @Autowired TestClock clock;
  private Pair pair;

  @DynamicPropertySource
  static void relay(DynamicPropertyRegistry settings) {
    settings.add("saltwater.turn.urls", COTURN::urls);
    settings.add("saltwater.turn.secret", () -> Coturn.SECRET);
    settings.add("saltwater.turn.relay-only", () -> true);
  }

  @AfterAll
  static void stop() {
    COTURN.close();
  }

  /// coturn goes by the world's clock, so the hour has to lie ahead of it.
  @BeforeEach
  void begin() {
    var start =
        ZonedDateTime.ofInstant(Instant.now().plus(Duration.ofDays(8)), Pair.BERLIN)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .with(LocalTime.of(10, 0))
            .toInstant();
    clock.set(start.minus(Duration.ofHours(1)));
    pair = Pair.begin(app, Modality.VIDEO, start);
    clock.set(start);
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void theTwoMeetThroughTheRelayAndNeitherLearnsWhereTheOtherIs() {
    var client = comeIn(pair.clientToken());
    var therapist = comeIn(pair.therapistToken());
    for (var page : List.of(client, therapist)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> number(page, "frames") > 5);
      var frames = number(page, "frames");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> number(page, "frames") > frames + 5 && number(page, "sound") > 0);
      assertThat(listOf(page, "near")).isNotEmpty().containsOnly("relay");
      assertThat(listOf(page, "far"))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it).matches("(relay|prflx) 127\\.0\\.0\\.7"));
      assertThat((List<?>) page.evaluate("() => window.told"))
          .isNotEmpty()
          .allSatisfy(
              told ->
                  assertThat(((String) told).replace("127.0.0.7", "").replace("0.0.0.0", ""))
                      .doesNotContainPattern("\\d{1,3}(\\.\\d{1,3}){3}|typ (host|srflx)|\\.local"));
    }
    assertThat(COTURN.log())
        .contains("session")
        .doesNotContain(
            pair.client().person().toString(),
            pair.therapist().person().toString(),
            pair.hour().toString());
  }

  @Test
  void theRelayTurnsAwayWhoseCredentialsAreWrongOrHaveEnded() {
    var page = newPage();
    page.navigate(address("/"));
    var ahead = clock.instant().plus(Duration.ofHours(1));
    var good = servers.until(ahead).iceServers().getLast();
    var ended = servers.until(Instant.now().minus(Duration.ofHours(1))).iceServers().getLast();
    assertThat(way(page, good, good.credential())).isEqualTo("relay");
    assertThat(way(page, good, ended.credential())).isEqualTo("401");
    assertThat(way(page, ended, ended.credential())).isEqualTo("401");
  }

  private static String way(Page page, Ice.Server server, String credential) {
    return (String)
        page.evaluate(
            TRY,
            Map.of("urls", server.urls(), "username", server.username(), "credential", credential));
  }

  private Page comeIn(String token) {
    var page = newPage();
    page.addInitScript(REMEMBER);
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour()));
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Come in with camera").setExact(true))
        .click();
    return page;
  }

  private static double number(Page page, String what) {
    return ((Number) ((Map<?, ?>) page.evaluate(HEARD)).get(what)).doubleValue();
  }

  private static List<String> listOf(Page page, String what) {
    return ((List<?>) ((Map<?, ?>) page.evaluate(HEARD)).get(what))
        .stream().map(Object::toString).toList();
  }
}
