package org.saltwater.sessions.video;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
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

/// Picture and sound of a real call lose their way between two browsers, while the server can be
/// reached as before. The way leads through a relay in a network that loses packets.
@Tag("room")
@EnabledIf(
    value = "canBeMade",
    disabledReason = "a network of the test's own can be made by root on Linux alone")
class PoorNetworkBrowserTest extends BrowserTest {
  private static final String REMEMBER =
      """
      window.calls = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...settings) { super(...settings); window.calls.push(this); }
      };
      """;

  private static final String FRAMES =
      """
      async () => {
        let frames = 0;
        for (const each of (await window.calls.at(-1)?.getStats())?.values() ?? [])
          if (each.type === "inbound-rtp" && each.kind === "video") frames += each.framesDecoded ?? 0;
        return frames;
      }
      """;

  private static final String MOST_BITS =
      """
      () => window.calls.at(-1).getSenders().find((each) => each.track?.kind === "video")
        .getParameters().encodings[0].maxBitrate ?? 0
      """;

  private static final String WAY =
      "() => window.calls.at(-1).localDescription.sdp.match(/a=ice-ufrag:(.*)/)[1]";

  private static PoorNetwork network;
  private static Coturn coturn;

  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired TestClock clock;
  private Pair pair;
  private Page client;
  private Page therapist;

  static boolean canBeMade() {
    return PoorNetwork.canBeMade();
  }

  @DynamicPropertySource
  static void relay(DynamicPropertyRegistry settings) {
    network = new PoorNetwork();
    coturn = new Coturn(network.address(), network.address(), 3478, network.inIt());
    settings.add("saltwater.turn.urls", coturn::urls);
    settings.add("saltwater.turn.secret", () -> Coturn.SECRET);
    settings.add("saltwater.turn.relay-only", () -> true);
  }

  @AfterAll
  static void stop() {
    coturn.close();
    network.close();
  }

  /// coturn goes by the world's clock, so the hour has to lie ahead of it.
  @BeforeEach
  void meet() {
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
    client = comeIn(pair.clientToken());
    therapist = comeIn(pair.therapistToken());
    for (var page : List.of(client, therapist)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> frames(page) > 10);
    }
  }

  @AfterEach
  void end() {
    network.well();
    clock.reset();
  }

  @Test
  void theQualityFallsBeforeTheCallDoesThenSoundAloneIsOfferedAndTheOfferGoesAgain() {
    network.lose(30);
    await().atMost(Duration.ofSeconds(30)).until(() -> bits(client) == 600_000);
    assertThat(client.locator("[data-offer]")).isHidden();
    assertThat(client.locator("[data-offer]"))
        .containsText("Without your picture", containing(Duration.ofSeconds(40)));
    assertThat(client.locator("[data-sound-only]")).isVisible();
    assertThat(button(client, "Go on in writing").first()).isVisible();
    assertThat(bits(client)).isEqualTo(250_000);
    assertThat(client.evaluate("() => window.calls.at(-1).connectionState")).isEqualTo("connected");
    lookInPlace(client, "call-poor-network");

    network.well();
    assertThat(client.locator("[data-offer]")).isHidden(soonHidden());
    var frames = frames(client);
    await().atMost(Duration.ofSeconds(20)).until(() -> frames(client) > frames + 10);
  }

  @Test
  void afterAMomentWithoutNetworkTheCallGoesOnByAnotherWay() {
    var before = client.evaluate(WAY);
    network.loseAll();
    var tile = client.locator(".tile figcaption");
    assertThat(tile).containsText("trying again", containing(Duration.ofSeconds(20)));
    lookInPlace(client, "call-no-network");
    await("a new way is looked for")
        .atMost(Duration.ofSeconds(20))
        .until(() -> !client.evaluate(WAY).equals(before));

    var began = System.nanoTime();
    network.well();
    for (var page : List.of(client, therapist)) {
      var frames = frames(page);
      await().atMost(Duration.ofSeconds(40)).until(() -> frames(page) > frames + 5);
    }
    System.out.printf(
        "the picture came back %d ms after the network%n", (System.nanoTime() - began) / 1_000_000);
    assertThat(tile)
        .hasText("Amara Okafor", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
    assertThat(client.evaluate("() => window.calls.length")).as("it is the same call").isEqualTo(1);
  }

  private Page comeIn(String token) {
    var page = newPage();
    page.addInitScript(REMEMBER);
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour()));
    button(page, "Come in with camera").click();
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static int frames(Page page) {
    return ((Number) page.evaluate(FRAMES)).intValue();
  }

  private static int bits(Page page) {
    return ((Number) page.evaluate(MOST_BITS)).intValue();
  }

  private static LocatorAssertions.ContainsTextOptions containing(Duration within) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(within.toMillis());
  }

  private static LocatorAssertions.IsHiddenOptions soonHidden() {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(60_000);
  }
}
