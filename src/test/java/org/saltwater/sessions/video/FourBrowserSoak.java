package org.saltwater.sessions.video;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Role;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Four browsers in one hour: the client brings somebody, the therapist asks a supervisor, everyone
/// says yes, and later one yes is taken back.
@Tag("room")
class FourBrowserSoak extends BrowserTest {
  private static final String LONG = "Maximiliane-Theodora von und zu Hohenstein-Wartenberg";

  /// Keeps the page's connections where a test can ask them.
  private static final String REMEMBER =
      """
      window.calls = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...settings) { super(...settings); window.calls.push(this); }
      };
      """;

  /// Frames decoded and sound heard, of each connection that stands.
  private static final String HEARD =
      """
      async () => Promise.all(window.calls.filter((each) => each.connectionState === "connected").map(async (call) => {
        const found = { frames: 0, sound: 0 };
        for (const each of (await call.getStats()).values()) {
          if (each.type !== "inbound-rtp") continue;
          if (each.kind === "video") found.frames += each.framesDecoded ?? 0;
          else found.sound += each.totalAudioEnergy ?? 0;
        }
        return found;
      }))
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
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void fourPeopleSeeAndHearEachOtherOnceAllHaveSaidYesAndOneWhoseYesIsTakenBackIsOut() {
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken(), "/company");
    lookAt(client, "company-client-empty");
    client.getByLabel("What are they called?").fill(LONG);
    press(client, "Make a link for them");
    lookAt(client, "company-client-link");
    var link = client.getByLabel("Their link").inputValue();

    var partner = newPage(Device.PHONE, ColorScheme.LIGHT);
    partner.addInitScript(REMEMBER);
    partner.navigate(address(link.substring(link.indexOf("/along"))));
    lookInPlace(partner, "along-link");
    press(partner, "Look at it");
    lookInPlace(partner, "along-consent");
    partner.getByLabel("What do you want to be called?").fill(" ");
    press(partner, "Yes, I come along");
    assertThat(partner.locator(".errors")).isVisible();
    partner.getByLabel("What do you want to be called?").fill(LONG);
    press(partner, "Yes, I come along");
    assertThat(partner.locator("h1")).hasText("Thank you, " + LONG);
    lookInPlace(partner, "along-not-yet");

    var therapist = visit(newPage(), pair.therapistToken(), "/company");
    lookInPlace(therapist, "company-therapist-asked");
    press(therapist, "Yes, they may be there (" + LONG + ")");
    assertThat(partner.locator("h1"))
        .hasText("You can come along", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
    lookInPlace(partner, "along-early");
    var wilma = someone("Wilma Wyszyńska", Role.SUPERVISOR);
    therapist.reload();
    press(therapist, "Ask them along");
    assertThat(therapist.getByText("Jo has not said anything yet")).isVisible();

    therapist.navigate(address("/sessions/" + pair.hour()));
    picture(therapist, "company-therapist-waiting-room");
    press(therapist, "Let Jo in");
    client.navigate(address("/sessions/" + pair.hour()));
    press(client, "Come in with camera");
    press(therapist, "Come in with camera");
    press(partner, "Come in with camera", Duration.ofSeconds(40));
    assertTheyMeet(2, client, therapist, partner);
    lookInPlace(therapist, "room-three-therapist");
    picture(client, "room-three-client");

    var supervisor = newPage();
    supervisor.addInitScript(REMEMBER);
    signIn(supervisor, wilma);
    supervisor.navigate(address("/home"));
    lookInPlace(supervisor, "along-home");
    supervisor.getByText("Read and answer").click();
    lookInPlace(supervisor, "along-consent-supervisor");
    press(supervisor, "Yes, I come along");
    picture(client, "room-client-asked");
    press(client, "Yes, they may be there (Wilma Wyszyńska)");
    press(supervisor, "Come in with camera", Duration.ofSeconds(40));
    assertTheyMeet(3, client, therapist, partner, supervisor);
    for (var page : List.of(client, therapist, partner, supervisor)) {
      assertThat(page.locator(".tile")).hasCount(3, patient());
      assertThat(page.locator(".tile[data-state=connected]")).hasCount(3, patient());
    }
    assertThat(
            client.locator(".company").getByText("have both said yes to everyone who comes along."))
        .isVisible();
    picture(client, "room-four-client");
    lookInPlace(therapist, "room-four-therapist");
    picture(partner, "room-four-partner");

    press(client, "Take my yes back (Wilma Wyszyńska)");
    assertThat(supervisor.locator("h1"))
        .hasText(
            "They meet without you this time",
            new LocatorAssertions.HasTextOptions().setTimeout(40_000));
    lookInPlace(supervisor, "along-declined");
    assertThat(therapist.locator(".tile")).hasCount(2, patient());
    assertThat(therapist.getByText("Jo would rather not."))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
    assertTheyMeet(2, client, therapist, partner);
    picture(therapist, "room-therapist-told-no");

    press(client, "Go on in writing");
    assertThat(partner.locator("h1"))
        .hasText(
            "The two are by themselves for a while",
            new LocatorAssertions.HasTextOptions().setTimeout(40_000));
    lookInPlace(partner, "along-between");
    press(client, "Go on by video");
    assertTheyMeet(2, client, therapist, partner);
    press(partner, "Leave the hour");
    assertThat(client.locator(".tile")).hasCount(1, patient());
    assertTheyMeet(1, client, therapist);
  }

  /// Four cameras in one machine leave little of it to anything else: how soon somebody is out is
  /// measured in CompanyTest.
  private static LocatorAssertions.HasCountOptions patient() {
    return new LocatorAssertions.HasCountOptions().setTimeout(40_000);
  }

  /// Each sees and hears so many others, and goes on seeing them.
  private static void assertTheyMeet(int others, Page... pages) {
    for (var page : pages) {
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> heard(page).stream().filter(it -> of(it, "sound") > 0).count() >= others);
      var before = new AtomicReference<>(frames(page));
      await()
          .atMost(Duration.ofSeconds(40))
          .until(
              () -> {
                var now = frames(page);
                if (now.size() != before.get().size()) {
                  before.set(now);
                }
                return now.size() == others
                    && IntStream.range(0, others)
                        .allMatch(i -> now.get(i) > before.get().get(i) + 3);
              });
    }
  }

  private static List<Double> frames(Page page) {
    return heard(page).stream().map(it -> of(it, "frames")).toList();
  }

  private static List<Map<?, ?>> heard(Page page) {
    return ((List<?>) page.evaluate(HEARD)).stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
  }

  private static double of(Map<?, ?> found, String what) {
    return ((Number) found.get(what)).doubleValue();
  }

  private Page visit(Page page, String token, String path) {
    page.addInitScript(REMEMBER);
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour() + path));
    return page;
  }

  private static void press(Page page, String name) {
    button(page, name).click();
  }

  private static void press(Page page, String name, Duration patience) {
    button(page, name).click(new Locator.ClickOptions().setTimeout(patience.toMillis()));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }
}
