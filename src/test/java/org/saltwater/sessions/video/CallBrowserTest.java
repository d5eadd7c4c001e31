package org.saltwater.sessions.video;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.company.Companions;
import org.saltwater.testing.Cable;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Two browsers with invented cameras and microphones call each other through the real server. What
/// arrived is asked of the browsers themselves.
@Tag("room")
class CallBrowserTest extends BrowserTest {
  /// Keeps the page's connections where a test can ask them.
  private static final String REMEMBER =
      """
      window.calls = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...settings) { super(...settings); window.calls.push(this); }
      };
      """;

  private static final String HEARD =
      """
      async () => {
        const call = window.calls.findLast((each) => each.connectionState === "connected");
        const found = { frames: 0, sound: 0 };
        if (!call) return found;
        for (const each of (await call.getStats()).values()) {
          if (each.type !== "inbound-rtp") continue;
          if (each.kind === "video") found.frames += each.framesDecoded ?? 0;
          else found.sound += each.totalAudioEnergy ?? 0;
        }
        return found;
      }
      """;

  /// What a browser says of its network, long before a socket notices.
  private static final String NETWORK =
      """
      (there) => {
        Object.defineProperty(navigator, "onLine", { value: there, configurable: true });
        dispatchEvent(new Event(there ? "online" : "offline"));
      }
      """;

  @LocalServerPort int serverPort;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired TestClock clock;
  private Cable cable;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app, Modality.VIDEO);
    clock.set(Pair.START);
    cable = new Cable(serverPort);
  }

  @AfterEach
  void end() {
    clock.reset();
    cable.close();
  }

  @Test
  void theTwoSeeAndHearEachOtherWriteBesideItMoveToTextAndBack() {
    admit();
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    lookInPlace(client, "call-door");
    press(client, "Come in with camera");
    press(therapist, "Come in with camera");
    assertTheyMeet(client, therapist);
    write(client, "I see you now");
    assertThat(said(therapist)).hasText("I see you now");
    lookInPlace(client, "call-client");
    lookInPlace(therapist, "call-therapist");

    press(client, "Camera off");
    assertThat(therapist.locator(".tile figcaption")).containsText("camera off");
    press(client, "Mute");
    assertThat(therapist.locator(".tile figcaption")).containsText("muted");
    lookInPlace(client, "call-client-dark");
    press(client, "Camera on");
    press(client, "Unmute");
    assertThat(therapist.locator(".tile figcaption")).hasText("Jo");
    assertTheyMeet(client, therapist);

    press(client, "Camera off");
    press(client, "Mute");
    press(client, "Go on in writing");
    assertThat(therapist.locator("[data-stage]")).isHidden(soonHidden());
    assertThat(client.locator("[data-stage]")).isHidden();
    assertThat(
            therapist.evaluate(
                "() => window.calls.every((each) => each.connectionState === 'closed')"))
        .isEqualTo(true);
    write(therapist, "Then let us write");
    assertThat(said(client).last()).hasText("Then let us write");
    lookInPlace(therapist, "call-in-writing");

    press(therapist, "Go on by video");
    assertIsAsItWasLeft(client, therapist);
    client.reload();
    assertIsAsItWasLeft(client, therapist);
    press(client, "Camera on");
    press(client, "Unmute");
    assertTheyMeet(client, therapist);
    assertThat(said(client)).hasCount(2);
    assertThat(said(therapist)).hasCount(2);
  }

  /// Whoever switched the camera off to cry is not shown by somebody else's press.
  private static void assertIsAsItWasLeft(Page client, Page therapist) {
    assertThat(therapist.locator(".tile figcaption"))
        .containsText("camera off", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    assertThat(therapist.locator(".tile figcaption")).containsText("muted");
    assertThat(client.locator("[data-camera]")).hasText("Camera on");
    assertThat(client.locator("[data-mute]")).hasText("Unmute");
    assertThat(
            (Boolean)
                client.evaluate(
                    "() => document.querySelector('[data-near-video]').srcObject === null"))
        .isTrue();
  }

  @Test
  void aCameraThatIsAllowedAfterTheRoomWasLeftIsSwitchedOffAtOnce() {
    admit();
    var client = newPage();
    client.addInitScript(
        """
        const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wished) => {
          await new Promise((allow) => { window.allow = allow; });
          return window.given = await open(wished);
        };
        """);
    visit(client, pair.clientToken());
    press(client, "Come in with camera");
    client.waitForFunction("() => window.allow");
    sessions.move(pair.hour(), pair.therapist().person(), Modality.TEXT);
    assertThat(client.locator("[data-stage]")).isHidden(soonHidden());
    client.evaluate("() => window.allow()");
    client.waitForFunction(
        "() => window.given?.getTracks().every((track) => track.readyState === 'ended')");
  }

  @Test
  void aYesOrANoAboutCompanyAndARefusalLeaveTheCallAndTheKeyboardWhereTheyAre() {
    admit();
    var therapist =
        new SignedIn(pair.therapist().person(), "Amara", Set.of(Role.THERAPIST), Pair.BERLIN);
    app.getBean(Companions.class).invite(therapist, pair.hour(), "Sam", Optional.empty());
    var near = visit(newPage(), pair.therapistToken());
    var client = visit(newPage(Device.PHONE, ColorScheme.DARK), pair.clientToken());
    press(client, "Come in with camera");
    client.evaluate("() => { window.stayed = true; }");
    press(client, "Yes, they may be there (Sam)");
    assertThat(button(client, "Take my yes back (Sam)")).isFocused();
    client.evaluate(
        """
        () => {
          const real = window.fetch;
          window.fetch = (to, how) => {
            if (!to.endsWith("/no")) return real(to, how);
            window.fetch = real;
            return Promise.resolve(new Response('{"detail": "Please look at the page again."}', { status: 409 }));
          };
        }
        """);
    press(client, "Take my yes back (Sam)");
    assertThat(client.locator("[data-company-trouble]")).hasText("Please look at the page again.");
    press(client, "Take my yes back (Sam)");
    assertThat(button(client, "Yes after all (Sam)")).isFocused();
    assertThat(client.locator("[data-company-trouble]")).isHidden();
    assertThat((Boolean) client.evaluate("() => window.stayed")).isTrue();
    near.evaluate("() => document.dispatchEvent(new CustomEvent('saltwater:changed'))");
    assertThat(near.locator("[data-company-list]")).containsText("would rather not");
    assertThat(near.locator("[data-company-list] form[action$='/link']")).hasCount(0);

    client.evaluate(NETWORK, false);
    assertThat(client.locator(".stage-standing")).containsText("Your own connection is gone");
    client.evaluate(NETWORK, true);
    assertThat(client.locator(".stage-standing")).not().containsText("gone");
  }

  @Test
  void whoLostTheConnectionComesBackByThemselves() {
    admit();
    var browser = newPage().context().browser();
    try (var near = browser.newContext();
        var far = browser.newContext()) {
      var client = visit(near, pair.clientToken(), cable.port());
      var therapist = visit(far, pair.therapistToken(), serverPort);
      press(client, "Come in with camera");
      press(therapist, "Come in with camera");
      assertTheyMeet(client, therapist);

      cable.pull();
      assertThat(therapist.locator(".tile figcaption"))
          .containsText(
              "not here right now", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
      assertThat(client.locator(".stage-standing"))
          .containsText(
              "connection is gone", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
      var before = System.nanoTime();
      cable.putBack();
      assertThat(therapist.locator(".tile figcaption")).hasText("Jo", soon());
      assertTheyMeet(client, therapist);
      System.out.printf(
          "met again %d ms after the network came back%n",
          (System.nanoTime() - before) / 1_000_000);

      client.reload();
      assertTheyMeet(client, therapist);
    }
  }

  @Test
  void aSecondDeviceTakesTheCallAndTheFirstCanTakeItBack() {
    admit();
    var therapist = visit(newPage(), pair.therapistToken());
    press(therapist, "Come in with camera");
    var laptop = visit(newPage(), pair.clientToken());
    press(laptop, "Come in with camera");
    assertTheyMeet(laptop, therapist);
    var phone = visit(newPage(Device.PHONE, ColorScheme.DARK), pair.clientToken());
    press(phone, "With sound only");
    assertThat(laptop.getByText("You are in this hour on another device")).isVisible();
    assertThat(therapist.locator(".tile figcaption"))
        .containsText("camera off", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
    lookInPlace(laptop, "call-elsewhere");
    press(laptop, "Come back to this device");
    assertTheyMeet(laptop, therapist);
  }

  @Test
  void whoeverMayNotUseTheirCameraIsToldWhatHelpsAndIsInTheRoomAllTheSame() {
    admit();
    var therapist = visit(newPage(), pair.therapistToken());
    press(therapist, "Come in with camera");
    for (var fault :
        Map.of(
                "NotAllowedError", "does not let this page use your",
                "NotFoundError", "was found",
                "NotReadableError", "another program is using it")
            .entrySet()) {
      var page = newPage(Device.PHONE, ColorScheme.LIGHT);
      page.addInitScript(
          "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '%s'); }"
              .formatted(fault.getKey()));
      visit(page, pair.clientToken());
      press(page, "Come in with camera");
      assertThat(page.locator("[data-trouble]")).containsText(fault.getValue());
      lookInPlace(page, "call-fault-" + fault.getKey());
      await().atMost(Duration.ofSeconds(15)).until(() -> heard(page, "frames") > 3);
    }
  }

  @Test
  void theQualityFallsBeforeTheCallDoesAndWritingIsOfferedLast() {
    admit();
    var page = visit(newPage(), pair.clientToken());
    var module =
        page.locator("script[src*='/room/call']")
            .getAttribute("src")
            .replace("call.js", "quality.js");
    assertThat(
            page.evaluate(
                """
                async (module) => {
                  const { judge, Quality } = await import(module);
                  const before = { received: 100, missing: 0, theyMiss: 0, trip: 0.05 };
                  const after = (change) => judge(before, { received: 200, missing: 0, theyMiss: 0, trip: 0.05, ...change });
                  const quality = new Quality();
                  const walk = (verdict, times) => {
                    for (let i = 0; i < times; i++) quality.note(verdict);
                    return `${quality.step} ${quality.offer}`;
                  };
                  return [after({}), after({ missing: 30 }), after({ theyMiss: 0.2 }), after({ trip: 1 }),
                    walk("bad", 1), walk("bad", 1), walk("bad", 2), walk("bad", 2), walk("bad", 2),
                    walk("good", 6), walk("good", 12), walk("lost", 3)].join(", ");
                }
                """,
                module))
        .isEqualTo(
            "good, bad, bad, bad, 0 none, 1 none, 2 none, 2 sound, 2 text, 1 none, 0 none, 1 text");
  }

  private void assertTheyMeet(Page one, Page other) {
    for (var page : List.of(one, other)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> heard(page, "frames") > 0);
      var frames = heard(page, "frames");
      await().atMost(Duration.ofSeconds(20)).until(() -> heard(page, "frames") > frames + 5);
      await().atMost(Duration.ofSeconds(20)).until(() -> heard(page, "sound") > 0);
    }
  }

  private static double heard(Page page, String what) {
    var found = (Map<?, ?>) page.evaluate(HEARD);
    return ((Number) found.get(what)).doubleValue();
  }

  private void admit() {
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  private Page visit(BrowserContext context, String token, int port) {
    var page = context.newPage();
    page.addInitScript(REMEMBER);
    signIn(context, token);
    page.navigate("http://localhost:" + port + "/sessions/" + pair.hour());
    return page;
  }

  private Page visit(Page page, String token) {
    page.addInitScript(REMEMBER);
    signIn(page.context(), token);
    page.navigate(address("/sessions/" + pair.hour()));
    return page;
  }

  private static void signIn(BrowserContext context, String token) {
    context.addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void press(Page page, String name) {
    button(page, name).first().click();
  }

  private static void write(Page page, String text) {
    page.locator("textarea[name=text]").fill(text);
    press(page, "Send");
  }

  private static Locator said(Page page) {
    return page.locator(".bubble:not(.waiting) .said");
  }

  private static LocatorAssertions.HasTextOptions soon() {
    return new LocatorAssertions.HasTextOptions().setTimeout(15_000);
  }

  private static LocatorAssertions.IsHiddenOptions soonHidden() {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(10_000);
  }
}
