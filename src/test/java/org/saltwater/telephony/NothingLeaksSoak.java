package org.saltwater.telephony;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.audit.AuditLog;
import org.saltwater.browser.BrowserTest;
import org.saltwater.kernel.Modality;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.video.Coturn;
import org.saltwater.testing.Route;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// An hour by telephone, by dialling in and by video through the relay, with everything that either
/// of the two can see of it and everything that is logged: nowhere is a number or an address by
/// which one could find the other. Both have browsers that say where they are to whoever listens.
@TestPropertySource(properties = "saltwater.sessions.modalities=VIDEO,PHONE,TEXT")
@Tag("room")
class NothingLeaksSoak extends BrowserTest {
  private static final Coturn COTURN = new Coturn();
  private static final String NUMBER = "+491605073912";
  private static final String TYPED = "+49 (0)160 50-739 12";
  private static final String OWN = "+493055501234";
  private static final String OWN_TYPED = "+49 (0)30 5550-1234";
  private static final String USER = "account-of-the-line";
  private static final String PASSWORD = "secret-of-the-line";

  private static final Whereabouts OF_CLIENT = new Whereabouts("198.51.100.23", "10.71.0.23");
  private static final Whereabouts OF_THERAPIST = new Whereabouts("203.0.113.77", "10.71.0.45");

  /// A browser that names its own address wherever one can stand, whatever it was asked to keep.
  private static final String TALKATIVE =
      """
      window.calls = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...settings) { super(...settings); window.calls.push(this); }
      };
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (text) {
        const frame = JSON.parse(text);
        const host = "candidate:1 1 udp 2122260223 %1$s 46154 typ host generation 0";
        if (frame.type === "description") {
          frame.sdp = frame.sdp.replace(/IN IP4 [0-9.]+/g, "IN IP4 %1$s").replace("a=ice-ufrag", `a=${host}\\r\\na=ice-ufrag`);
        }
        if (frame.type === "candidate" && frame.candidate) {
          send.call(this, JSON.stringify({ ...frame, candidate: host }));
          frame.candidate = frame.candidate.replace(/raddr \\S+/, "raddr %1$s");
        }
        send.call(this, JSON.stringify(frame));
      };
      """;

  private static final String HEARD =
      """
      async () => {
        const call = window.calls.findLast((each) => each.connectionState === "connected");
        const found = { frames: 0, sound: 0 };
        for (const each of (await call?.getStats())?.values() ?? []) {
          if (each.type !== "inbound-rtp") continue;
          if (each.kind === "video") found.frames += each.framesDecoded ?? 0;
          else found.sound += each.totalAudioEnergy ?? 0;
        }
        return found;
      }
      """;

  private static Telephone telephone;
  private static int bridgePort;

  @Autowired ConfigurableApplicationContext app;
  @Autowired Telephony line;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;
  @Autowired TestClock clock;
  @LocalServerPort int serverPort;
  private final List<String> found = new CopyOnWriteArrayList<>();
  private Pair pair;

  /// @param seen the address that the server is spoken to from
  /// @param own the one that the browser has on its own network
  private record Whereabouts(String seen, String own) {
    List<Trace> traces(String whose) {
      return List.of(
          Trace.ofAddress(whose + " address", seen),
          Trace.ofAddress(whose + " address at home", own));
    }
  }

  /// One of the two, and what they must not learn.
  private record Party(String name, String token, Whereabouts where, List<Trace> secrets) {}

  @BeforeAll
  static void startTelephone(@TempDir Path folder) throws IOException {
    telephone = Telephone.thatAnswers(folder, NUMBER);
    bridgePort = Telephone.freeUdpPort();
  }

  @AfterAll
  static void stop() throws Exception {
    telephone.close();
    COTURN.close();
  }

  @DynamicPropertySource
  static void practice(DynamicPropertyRegistry settings) {
    settings.add("saltwater.phone.trunk", () -> "sip:127.0.0.1:" + telephone.port());
    settings.add("saltwater.phone.user", () -> USER);
    settings.add("saltwater.phone.password", () -> PASSWORD);
    settings.add("saltwater.phone.number", () -> "+49305550100");
    settings.add("saltwater.phone.bind", () -> "127.0.0.1:" + bridgePort);
    settings.add("saltwater.phone.rtp-ports", () -> "37000-37999");
    settings.add("saltwater.turn.urls", COTURN::urls);
    settings.add("saltwater.turn.secret", () -> Coturn.SECRET);
    settings.add("saltwater.turn.relay-only", () -> true);
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void whoCalledWhomFromWhichNumberOrAddressIsReadByNobody() throws Exception {
    begin();
    var ofClient = new ArrayList<>(OF_CLIENT.traces("the client’s"));
    ofClient.add(Trace.ofNumber("the client’s number", NUMBER, 2));
    var ofTherapist = new ArrayList<>(OF_THERAPIST.traces("the therapist’s"));
    ofTherapist.add(Trace.ofNumber("the therapist’s number", OWN, 2));
    var client = new Party("client", pair.clientToken(), OF_CLIENT, join(ofTherapist, trunk()));
    var therapist =
        new Party("therapist", pair.therapistToken(), OF_THERAPIST, join(ofClient, trunk()));
    var everything = join(client.secrets(), therapist.secrets());
    var told = listen();

    try (var log = new LoudLog(everything)) {
      var here = open(client);
      var there = open(therapist);

      here.getByLabel("Where are you right now?").fill("At home");
      here.getByLabel("The number we call you on").fill(TYPED);
      press(here, "Go into the waiting room");
      there.reload();
      press(there, "Let Jo in");
      assertThat(here.locator("[data-phone-line]")).isVisible(soonVisible());
      // Nobody has this number at this trunk, so the call is refused.
      there.getByText("Talk on your own phone instead").click();
      there.getByLabel("Your number").fill(OWN_TYPED);
      press(there, "Call both phones");
      assertStands(there, "Your own phone could not be reached.");
      look(client, here);
      // Pressed before its script is there, the button calls too, and the browser is asked along
      // after.
      there.waitForLoadState();
      press(there, "Try again");
      assertStands(there, "Jo is on the line.");
      await().atMost(Duration.ofSeconds(40)).until(() -> heard(there, "sound") > 0);
      look(client, here);
      look(therapist, there);
      press(there, "Hang up");
      assertStands(here, "The call is over.");

      press(here, "Call in yourself");
      assertThat(here.locator("[data-phone-dial]")).isVisible(soonVisible());
      var pin = here.locator("[data-phone-digits]").textContent().replace(" ", "");
      therapist.secrets().add(Trace.ofPin(pin));
      log.alsoFor(Trace.ofPin(pin));
      everything.add(Trace.ofPin(pin));
      telephone.dial(bridgePort);
      await().atMost(Duration.ofSeconds(20)).until(telephone::isInACall);
      telephone.press(pin + "#");
      assertStands(there, "Jo is on the line.");
      lookAround(client, here);
      lookAround(therapist, there);

      press(there, "Go on by video");
      press(here, "Come in with camera");
      press(there, "Come in with camera");
      for (var page : List.of(here, there)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> heard(page, "frames") > 5);
        await().atMost(Duration.ofSeconds(40)).until(() -> heard(page, "sound") > 0);
      }
      look(client, here);
      look(therapist, there);
      there.getByText("End the session").click();
      press(there, "End it now");
      assertThat(here.locator("h1")).hasText("How was this?", soonText());
      lookAround(client, here);
      lookAround(therapist, there);
      assertThat(log.lines.get()).as("lines logged").isGreaterThan(10_000);
      found.addAll(log.found);
    }
    search("what is told inside", everything, String.join("\n", told));
    search(
        "the audit log",
        everything,
        app.getBean(AuditLog.class).listFor(pair.client(), null).records().toString());
    search(
        "mails",
        everything,
        String.join(
            "\n", sql.sql("select t::text from notifications_mail t").query(String.class).list()));
    assertThat(found.stream().distinct().toList()).isEmpty();
    assertThat(told).as("something was told").isNotEmpty();
  }

  @Test
  void theSearchKnowsEverySpelling() {
    var number = List.of(Trace.ofNumber("number", NUMBER, 2), Trace.ofPin("04718293"));
    for (var spelt :
        List.of(
            NUMBER,
            TYPED,
            "tel:+491605073912",
            "00491605073912",
            "0160 / 50 73 912",
            "callBack=%2B49+%280%29160+50-739+12",
            "…073912",
            "\"07 39 12\"",
            "0471 8293",
            "pin=04718293")) {
      assertThat(Trace.findAll(number, "here", "x " + spelt + " y")).as(spelt).hasSize(1);
    }
    for (var other :
        List.of("12.073912", "1073912", "a-073912", "0739123", "047182931", "4718293")) {
      assertThat(Trace.findAll(number, "here", "x " + other + " y")).as(other).isEmpty();
    }
  }

  /// coturn goes by the world's clock, so the hour has to lie ahead of it.
  private void begin() {
    var start =
        ZonedDateTime.ofInstant(Instant.now().plus(Duration.ofDays(8)), Pair.BERLIN)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .with(LocalTime.of(10, 0))
            .toInstant();
    await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
    clock.set(start.minus(Duration.ofHours(1)));
    pair = Pair.begin(app, Modality.PHONE, start);
    clock.set(start);
  }

  private static List<Trace> trunk() {
    return List.of(
        Trace.ofPlace("the trunk’s address", "127.0.0.1", telephone.port()),
        Trace.ofWord("the trunk’s user", USER),
        Trace.ofWord("the trunk’s password", PASSWORD),
        Trace.ofWord("the relay’s secret", Coturn.SECRET));
  }

  private static List<Trace> join(List<Trace> some, List<Trace> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /// What modules tell each other, as words and as it is stored until it was heard.
  private List<String> listen() {
    var told = new CopyOnWriteArrayList<String>();
    ApplicationListener<ApplicationEvent> listener =
        event -> {
          if (event instanceof PayloadApplicationEvent<?> payload) {
            told.add(payload.getPayload() + " " + json.writeValueAsString(payload.getPayload()));
          }
        };
    app.addApplicationListener(listener);
    return told;
  }

  private Page open(Party party) {
    var page = newPage();
    page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", party.where().seen()));
    page.addInitScript(TALKATIVE.formatted(party.where().own()));
    page.onWebSocket(
        socket ->
            socket.onFrameReceived(
                frame -> search("a frame to the " + party.name(), party.secrets(), frame.text())));
    page.context()
        .addCookies(
            List.of(new Cookie("__Host-saltwater", party.token()).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour()));
    return page;
  }

  /// The page as it stands, and what a program is told of the hour.
  private void look(Party party, Page page) {
    search("the " + party.name() + "’s room", party.secrets(), page.content());
    ask(party, "GET", "/api/v1/sessions/{appointment}");
    ask(party, "POST", "/api/v1/sessions/{appointment}/look-in");
  }

  /// And every other page and answer that the person can ask for.
  private void lookAround(Party party, Page page) {
    look(party, page);
    Route.all(app).stream()
        .filter(route -> route.method().equals("GET"))
        .forEach(route -> ask(party, "GET", route.path()));
  }

  private void ask(Party party, String method, String path) {
    var answer =
        new Visit(serverPort)
            .call(
                method,
                filled(path),
                path.startsWith("/api/") ? "application/json" : "text/html",
                "",
                "Authorization",
                "Bearer " + party.token(),
                "X-Forwarded-For",
                party.where().seen());
    search(
        path + " for the " + party.name(),
        party.secrets(),
        answer.location() + "\n" + answer.body());
  }

  private String filled(String path) {
    return path.replaceAll("(?<=appointments/|sessions/)\\{[^}]*}", pair.hour().toString())
        .replaceAll("\\{conversation}", pair.talk().toString())
        .replaceAll("\\{client}", pair.client().toString())
        .replaceAll("(?<=therapists/)\\{id}|\\{therapist}", pair.therapist().toString())
        .replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
  }

  private void search(String source, List<Trace> secrets, String text) {
    found.addAll(Trace.findAll(secrets, source, text));
  }

  private static double heard(Page page, String what) {
    return ((Number) ((Map<?, ?>) page.evaluate(HEARD)).get(what)).doubleValue();
  }

  private static void assertStands(Page page, String words) {
    assertThat(page.locator("[data-phone-line]"))
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
  }

  private static LocatorAssertions.IsVisibleOptions soonVisible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
  }

  private static LocatorAssertions.HasTextOptions soonText() {
    return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }
}
