package org.saltwater.sessions.video;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
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

/// Captions come from the browser's own ear or not at all. Chromium as it is packaged has none, so
/// the one that has is played: it says what it was given to listen to.
@Tag("room")
class CaptionsBrowserTest extends BrowserTest {
  private static final String AN_EAR =
      """
      window.SpeechRecognition = class extends EventTarget {
        static async available({ langs, processLocally }) {
          return langs[0].startsWith("en") && PLACE ? "available" : "downloadable";
        }
        get processLocally() { return this.local; }
        set processLocally(local) { this.local = local; }
        start(track) {
          this.track = track;
          const said = `${track.kind} ${track.readyState} ${this.lang} ${this.local ? "here" : "elsewhere"}`;
          setTimeout(() => this.dispatchEvent(Object.assign(new Event("result"), { results: [[{ transcript: said }]] })), 50);
        }
        abort() {}
      };
      """;

  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.VIDEO);
    clock.set(Pair.START);
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void whatTheOtherSaysStandsUnderThePictureUntilItIsSwitchedOff() {
    var therapist = comeIn(newPage(), pair.therapistToken(), "");
    var page = newPage(Device.PHONE, ColorScheme.LIGHT);
    var client = comeIn(page, pair.clientToken(), AN_EAR.replace("PLACE", "processLocally"));
    client.locator(".stage-devices summary").click();
    client.locator("[data-choose=captions]").selectOption("en");
    assertThat(client.locator("[data-captions]"))
        .containsText(
            ": audio live en here", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    lookInPlace(client, "call-captions");
    assertThat(therapist.locator("[data-captions]")).isHidden();

    client.locator("[data-choose=captions]").selectOption("");
    assertThat(client.locator("[data-captions]")).isHidden();
  }

  @Test
  void aBrowserThatWouldListenElsewhereOffersNone() {
    for (var ear :
        List.of(
            "",
            AN_EAR.replace("PLACE", "!processLocally"),
            AN_EAR
                .replace("PLACE", "true")
                .replace("processLocally()", "somewhere()")
                .replace("processLocally(local)", "somewhere(local)"))) {
      var client = comeIn(newPage(), pair.clientToken(), ear);
      assertThat(client.locator("[data-choose=camera]")).not().isEmpty();
      client.locator(".stage-devices summary").click();
      assertThat(client.locator("[data-choose=camera]")).isVisible();
      assertThat(client.locator("[data-choose=captions]")).isHidden();
    }
  }

  private Page comeIn(Page page, String token, String script) {
    page.addInitScript(script);
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour()));
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Come in with camera").setExact(true))
        .click();
    return page;
  }
}
