package org.saltwater.telephony;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.Modality;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// A real telephone (baresip), the real bridge, the real server, and the therapist's browser.
@TestPropertySource(properties = "saltwater.sessions.modalities=VIDEO,PHONE,TEXT")
@Tag("room")
class PhoneRoomTest extends BrowserTest {
  private static final String REMEMBER =
      """
      window.calls = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...settings) { super(...settings); window.calls.push(this); }
      };
      """;

  private static final String SOUND =
      """
      async () => {
        const call = window.calls.findLast((each) => each.connectionState === "connected");
        const found = { heard: 0, said: 0 };
        for (const each of (await call?.getStats())?.values() ?? []) {
          if (each.type === "inbound-rtp") found.heard += each.totalAudioEnergy ?? 0;
          if (each.type === "outbound-rtp") found.said += each.packetsSent ?? 0;
        }
        return found;
      }
      """;

  private static Telephone telephone;
  private static int bridgePort;

  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired Telephony line;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeAll
  static void startTelephone(@TempDir Path folder) throws IOException {
    telephone = Telephone.thatAnswers(folder);
    bridgePort = Telephone.freeUdpPort();
  }

  @AfterAll
  static void stopTelephone() throws Exception {
    telephone.close();
  }

  @DynamicPropertySource
  static void trunk(DynamicPropertyRegistry settings) {
    settings.add("saltwater.phone.trunk", () -> "sip:127.0.0.1:" + telephone.port());
    settings.add("saltwater.phone.number", () -> "+49305550100");
    settings.add("saltwater.phone.bind", () -> "127.0.0.1:" + bridgePort);
    settings.add("saltwater.phone.rtp-ports", () -> "32000-32999");
  }

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.PHONE);
    clock.set(Pair.START);
    await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void theTherapistCallsTheClientsTelephoneAndHearsItAndAClosedEdgeHangsUp() {
    admit();
    var therapist = visit(newPage(), pair.therapistToken());
    press(therapist, "Call now");
    assertStands(therapist, "Jo is on the line.");
    assertTheyTalk(therapist);
    assertThat(therapist.content()).doesNotContain(Telephone.NUMBER, Telephone.NUMBER.substring(1));
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    await().atMost(Duration.ofSeconds(5)).until(() -> !telephone.isInACall());
  }

  @Test
  void theClientCallsInWithTheirPinAndEitherHangsUp() throws IOException {
    admit();
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    press(client, "Call in yourself");
    assertThat(client.locator("[data-phone-dial]")).isVisible();
    var pin = client.locator("[data-phone-digits]").textContent().replace(" ", "");
    telephone.dial(bridgePort);
    await().atMost(Duration.ofSeconds(8)).until(telephone::isInACall);
    telephone.press(pin + "#");
    assertStands(client, "You are on the line with Amara Okafor.");
    assertStands(therapist, "Jo is on the line.");
    press(therapist, "Come on the line");
    assertTheyTalk(therapist);
    telephone.hangUp();
    assertStands(therapist, "Jo has hung up");
  }

  private static void assertTheyTalk(Page therapist) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> sound(therapist, "heard") > 0 && sound(therapist, "said") > 20);
  }

  private static double sound(Page page, String which) {
    return ((Number) ((Map<?, ?>) page.evaluate(SOUND)).get(which)).doubleValue();
  }

  private static void assertStands(Page page, String words) {
    assertThat(page.locator("[data-phone-line]"))
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
  }

  private void admit() {
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", Telephone.NUMBER));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  private Page visit(Page page, String token) {
    page.addInitScript(REMEMBER);
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour()));
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }
}
