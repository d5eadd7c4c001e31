package org.saltwater.sessions.video;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.kernel.Modality;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What can be found out before the hour: days ahead, and in the waiting room.
@Tag("room")
class DeviceCheckBrowserTest extends BrowserTest {
  @Autowired ApplicationContext app;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.VIDEO);
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void fromTheirHomeEachFindsOutDaysAheadWhetherAllWorks() {
    clock.set(Pair.START.minus(Duration.ofDays(3)));
    var therapist = visit(newPage(), pair.therapistToken(), "/home");
    assertThat(therapist.getByText("Check camera and sound")).isVisible();
    var page = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken(), "/home");
    page.getByText("Check camera and sound").click();
    assertThat(page.locator("h1")).hasText("Check camera and sound");
    lookInPlace(page, "device-check-before");
    press(page, "Begin");
    assertThat(result(page, "camera")).hasText("Your camera works.");
    assertThat(result(page, "microphone")).containsText("you can be heard", soon());
    assertThat(result(page, "network"))
        .hasText(
            "The network lets calls through.",
            new LocatorAssertions.HasTextOptions().setTimeout(10_000));
    press(page, "Play a sound");
    press(page, "I heard nothing");
    assertThat(result(page, "speaker")).containsText("Turn the volume up");
    lookInPlace(page, "device-check");
    press(page, "I heard it");
    assertThat(result(page, "speaker")).hasText("You hear us.");
    assertThat(
            ((Number) page.evaluate("() => document.querySelector('video').videoWidth")).intValue())
        .isPositive();
  }

  @Test
  void eachFaultIsExplainedWithWhatHelpsInThisBrowser() {
    for (var fault : List.of("NotAllowedError", "NotFoundError", "NotReadableError")) {
      var page = newPage(Device.PHONE, ColorScheme.LIGHT);
      page.addInitScript(
          "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '%s'); }"
              .formatted(fault));
      visit(page, pair.clientToken(), "/device-check");
      press(page, "Begin");
      assertThat(result(page, "network")).containsText("lets calls through", soon());
      assertThat(result(page, "camera"))
          .containsText(
              switch (fault) {
                case "NotAllowedError" -> "Press the icon at the left of the address";
                case "NotFoundError" -> "No camera was found. Plug one in";
                default -> "another program is using it. Close other programs";
              });
      assertThat(result(page, "microphone")).hasAttribute("data-good", "false");
      lookInPlace(page, "device-check-" + fault);
    }
    var page = newPage();
    page.addInitScript(
        "delete Navigator.prototype.mediaDevices; window.WebSocket = class { constructor() { setTimeout(() => this.onclose(), 10); } };");
    visit(page, pair.clientToken(), "/device-check");
    press(page, "Begin");
    assertThat(result(page, "camera")).containsText("did not come over a secure connection");
    assertThat(result(page, "network"))
        .containsText("Pages come through, but no live connection", soon());
  }

  @Test
  void aBrowserThatCannotMeasureSoundIsNotTakenForAMutedMicrophone() {
    for (var unable :
        List.of(
            "window.AudioContext = class { constructor() { throw new DOMException('', 'NotSupportedError'); } };",
            "Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });")) {
      var page = newPage(Device.PHONE, ColorScheme.LIGHT);
      page.addInitScript(unable);
      visit(page, pair.clientToken(), "/device-check");
      press(page, "Begin");
      assertThat(result(page, "microphone")).containsText("Your microphone is open.", soon());
      assertThat(page.locator("[data-level]")).isHidden();
      assertThat(result(page, "network")).containsText("lets calls through", soon());
    }
  }

  @Test
  void whoeverLookedAtThemselvesInTheWaitingRoomComesInWithTheirCameraOn() {
    clock.set(Pair.START);
    var sessions = app.getBean(TherapySessions.class);
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    var page =
        visit(
            newPage(Device.PHONE, ColorScheme.LIGHT),
            pair.clientToken(),
            "/sessions/" + pair.hour());
    assertThat(page.locator("h1")).hasText("Amara Okafor knows you are here");
    press(page, "Show me my picture");
    assertThat(page.locator("[data-mirror-picture]")).isVisible();
    lookInPlace(page, "waiting-mirror");
    sessions.admit(pair.hour(), pair.therapist().person());
    assertThat(page.locator("[data-in]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
    assertThat(page.locator("[data-near]")).not().hasClass(java.util.regex.Pattern.compile("dark"));
  }

  @Test
  void withoutAScriptTheHourGoesInWritingAndSaysSo() {
    clock.set(Pair.START);
    var sessions = app.getBean(TherapySessions.class);
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(pair.hour(), pair.therapist().person());
    var page =
        visit(newPageWithoutScript(Device.PHONE), pair.clientToken(), "/sessions/" + pair.hour());
    assertThat(page.getByText("this browser runs no scripts")).isVisible();
    assertThat(page.locator("[data-stage]")).isHidden();
    press(page, "Go on in writing");
    assertThat(sessions.find(pair.hour()).orElseThrow().channel()).isEqualTo(Modality.TEXT);
    page.locator("textarea[name=text]").fill("By form");
    press(page, "Send");
    assertThat(page.locator(".bubble .said")).hasText("By form");
  }

  private Page visit(Page page, String token, String path) {
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address(path));
    return page;
  }

  private static com.microsoft.playwright.Locator result(Page page, String what) {
    return page.locator("[data-result=" + what + "]");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);
  }
}
