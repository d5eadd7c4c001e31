package org.saltwater.sessions.phone;

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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.LineState;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The hour by phone in two browsers. The telephone company is played by the test, and the sound of
/// its telephone comes from a third browser: the therapist's own cannot tell the difference.
@TestPropertySource(
    properties = {"saltwater.sessions.modalities=VIDEO,PHONE,TEXT", "saltwater.rate-limits=true"})
@Import(PracticeWithLine.class)
@Tag("room")
class PhoneBrowserTest extends BrowserTest {
  /// Answers an offer as a telephone line would, with a tone.
  private static final String ANSWER =
      """
      async (offer) => {
        const line = window.line = new RTCPeerConnection();
        const sound = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks()[0];
        line.addTrack(sound);
        // Sound that nobody plays is not measured.
        line.ontrack = ({ track }) => {
          window.ear = new Audio();
          window.ear.srcObject = new MediaStream([track]);
          window.ear.play();
        };
        await line.setRemoteDescription({ type: "offer", sdp: offer });
        await line.setLocalDescription();
        if (line.iceGatheringState !== "complete") {
          await new Promise((done) => line.addEventListener("icegatheringstatechange", () => line.iceGatheringState === "complete" && done()));
        }
        return line.localDescription.sdp;
      }
      """;

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
        let sound = 0;
        for (const call of [...window.calls ?? [], window.line].filter(Boolean)) {
          for (const each of (await call.getStats()).values()) {
            if (each.type === "inbound-rtp") sound += each.totalAudioEnergy ?? 0;
          }
        }
        return sound;
      }
      """;

  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired ScriptedLine line;
  @Autowired TestClock clock;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    line.begin();
    pair = Pair.begin(app, Modality.PHONE);
    clock.set(Pair.START);
  }

  @AfterEach
  void end() {
    clock.reset();
  }

  @Test
  void theHourByPhoneFromTheWaitingRoomToWritingAndBackAndItsEnd() throws Exception {
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    lookInPlace(client, "phone-arrive");
    client.getByLabel("Where are you right now?").fill("At home, Canary Street 5");
    client.getByLabel("The number we call you on").fill("030 900771");
    press(client, "Go into the waiting room");
    assertThat(client.getByRole(AriaRole.ALERT)).containsText("country code");
    client.getByLabel("The number we call you on").fill("+49 30 900771");
    press(client, "Go into the waiting room");
    assertThat(client.getByText("Keep your phone at hand")).isVisible();
    lookInPlace(client, "phone-waiting");

    var therapist = visit(newPage(), pair.therapistToken());
    assertThat(therapist.getByText("Canary Street 5")).isVisible();
    assertThat(therapist.locator("body")).not().containsText("900771");
    lookInPlace(therapist, "phone-admit");
    press(therapist, "Let Jo in");
    assertStands(therapist, "You have not called Jo yet.");
    lookInPlace(therapist, "phone-therapist-before");
    // The waiting room's page moves on by itself; a reload of ours would meet it halfway.
    assertStands(client, "Amara Okafor calls you on the number you gave");

    press(therapist, "Call now");
    assertStands(therapist, "Calling Jo");
    line.last().ring();
    assertStands(therapist, "It is ringing");
    assertStands(client, "Your phone is ringing.");
    lookInPlace(therapist, "phone-therapist-ringing");
    var telephone = answer();
    line.last().pickUp();
    assertStands(therapist, "Jo is on the line.");
    assertStands(client, "You are on the line with Amara Okafor.");
    assertTheyHear(therapist, telephone);
    lookInPlace(therapist, "phone-therapist-connected");
    lookInPlace(client, "phone-client-connected");
    write(client, "The line is good");
    assertThat(said(therapist)).hasText("The line is good");
    press(therapist, "Mute");
    assertThat(button(therapist, "Unmute")).isVisible();
    press(therapist, "Unmute");

    var leg = line.last();
    press(client, "Go on in writing");
    await().atMost(Duration.ofSeconds(5)).until(leg::isOver);
    assertThat(therapist.locator("[data-phone]")).isHidden(soonHidden());
    assertThat(client.locator("[data-phone]")).isHidden();
    lookInPlace(client, "phone-in-writing");
    press(therapist, "Go on by phone");
    assertStands(therapist, "The call is over. The hour goes on.");
    assertThat(client.locator("[data-phone]")).isVisible(soonVisible());
    assertThat(said(client)).hasCount(1);

    press(therapist, "Try again");
    assertStands(therapist, "Calling Jo");
    leg = line.last();
    sessions.end(pair.hour(), pair.therapist().person());
    await().atMost(Duration.ofSeconds(5)).until(leg::isOver);
    assertThat(client.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("How was this?", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
  }

  @Test
  void whateverBecomesOfACallBothReadItInPlainWordsWithTheWaysOn() {
    admit();
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    for (var why : LegEnd.values()) {
      press(therapist, button(therapist, "Try again").isVisible() ? "Try again" : "Call now");
      assertStands(therapist, "Calling Jo");
      assertThat(button(therapist, "Go on by video")).isVisible();
      assertThat(button(therapist, "Go on in writing")).isVisible();
      line.last().end(why);
      assertThat(button(therapist, "Try again")).isVisible(soonVisible());
      assertThat(client.locator("[data-phone]"))
          .hasAttribute(
              "data-phone",
              "ended-" + PhoneCall.code(why.name()),
              new LocatorAssertions.HasAttributeOptions().setTimeout(10_000));
      assertThat(client.locator("[data-phone-line]")).not().isEmpty();
      if (why == LegEnd.BUSY || why == LegEnd.SILENT) {
        lookInPlace(therapist, "phone-therapist-" + why);
        lookInPlace(client, "phone-client-" + why);
      }
    }
  }

  @Test
  void theClientCallsInWithAPinAndTheTherapistComesOnTheLine() throws Exception {
    admit();
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    press(client, "Call in yourself");
    assertThat(client.locator("[data-phone-digits]")).hasText(Pattern.compile("\\d{4} \\d{4}"));
    assertThat(client.locator("[data-phone-number]")).hasText(ScriptedLine.OWN);
    lookInPlace(client, "phone-client-pin");
    var pin = client.locator("[data-phone-digits]").textContent().replace(" ", "");
    assertThat(therapist.content()).doesNotContain(pin);
    var leg = line.callIn(pin).orElseThrow();
    assertStands(therapist, "Jo is on the line.");
    lookInPlace(therapist, "phone-therapist-called");
    press(therapist, "Come on the line");
    var telephone = answer();
    assertTheyHear(therapist, telephone);
    therapist.reload();
    var again = answer();
    assertTheyHear(therapist, again);
    press(therapist, "Hang up");
    await().atMost(Duration.ofSeconds(5)).until(leg::isOver);
    assertStands(client, "The call is over.");
  }

  @Test
  void theTherapistTalksOnAPhoneOfTheirOwnWithAScriptAndWithout() {
    admit();
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    therapist.getByText("Talk on your own phone instead").click();
    therapist.getByLabel("Your number").fill("0160 1234567");
    press(therapist, "Call both phones");
    assertThat(therapist.locator("#number-error")).containsText("country code");
    assertThat(therapist.locator(".errors")).isVisible();
    lookInPlace(therapist, "phone-own-form");
    therapist.getByLabel("Your number").fill("+49 160 1234567");
    press(therapist, "Call both phones");
    assertStands(therapist, "Your own phone rings now.");
    assertStands(client, "Amara Okafor is about to call you.");
    assertThat(button(therapist, "Come on the line")).isHidden();
    lookInPlace(therapist, "phone-own-calling");
    line.last().pickUp();
    await().atMost(Duration.ofSeconds(5)).until(() -> line.dialled.size() == 2);
    line.last().pickUp();
    assertStands(therapist, "Jo is on the line.");
    assertStands(client, "You are on the line with Amara Okafor.");
    assertThat(button(therapist, "Come on the line")).isHidden();
    lookInPlace(therapist, "phone-own-connected");
    press(therapist, "Hang up");
    assertStands(client, "The call is over.");

    var plain = visit(newPageWithoutScript(Device.PHONE), pair.therapistToken());
    plain.getByText("Talk on your own phone instead").click();
    plain.getByLabel("Your number").fill("0160 1234567");
    press(plain, "Call both phones");
    assertThat(plain.locator("#number-error")).containsText("country code");
    assertThat(plain.getByLabel("Your number")).hasValue("0160 1234567");
    screenshots(plain, "phone-own-without-script");
    plain.getByLabel("Your number").fill("+49 160 1234567");
    press(plain, "Call both phones");
    assertStands(plain, "Your own phone rings now.");
    line.last().end(LegEnd.BUSY);
    assertStands(client, "Amara Okafor could not come on the line just now");
    assertStands(therapist, "Your own phone was busy, so Jo was not called.");
    lookInPlace(client, "phone-own-busy-client");
  }

  @Test
  void withoutAScriptTheClientHasAllTheyNeed() {
    admit();
    var client = visit(newPageWithoutScript(Device.PHONE), pair.clientToken());
    assertStands(client, "Amara Okafor calls you on the number you gave");
    press(client, "Call in yourself");
    assertThat(client.locator("[data-phone-digits]")).hasText(Pattern.compile("\\d{4} \\d{4}"));
    screenshots(client, "phone-client-without-script");
    press(client, "Go on in writing");
    assertThat(client.locator("[data-phone]")).isHidden();
  }

  @Test
  void aVideoHourGoesOnByPhoneInOnePress() {
    pair = Pair.begin(app, Modality.VIDEO);
    admit();
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    press(client, "Come in with camera");
    press(therapist, "Come in with camera");
    lookInPlace(client, "phone-from-video");
    assertThat(button(client, "Go on by phone")).hasCount(1);
    press(client, "Go on by phone");
    assertStands(client, "Amara Okafor calls you on the number you gave");
    assertStands(therapist, "You have not called Jo yet.");
    assertThat(therapist.locator("[data-stage]")).isHidden();
    press(therapist, "Go on by video");
    assertThat(client.locator("[data-stage]")).isVisible(soonVisible());
    assertThat(client.locator("[data-phone]")).isHidden();
  }

  @Test
  void whileTheLineIsDownBothAreToldAndGoOnInAnotherWay() {
    admit();
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.BRIDGE_DOWN);
    var client = visit(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = visit(newPage(), pair.therapistToken());
    for (var page : List.of(client, therapist)) {
      assertStands(page, "telephone line is down right now");
      assertThat(button(page, "Go on by video")).isVisible();
    }
    lookInPlace(therapist, "phone-away");
    line.begin();
    lookAgain(therapist);
    assertStands(therapist, "You have not called Jo yet.");
    assertThat(button(therapist, "Call now")).isVisible();
    assertThat(button(therapist, "Show the number")).isHidden();
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.BRIDGE_DOWN);
    lookAgain(therapist);
    assertStands(therapist, "telephone line is down right now");
    therapist.getByText("Where Jo is").click();
    assertThat(button(therapist, "Show the number")).isVisible();
    lookInPlace(therapist, "phone-away-number");
    var number = therapist.context().waitForPage(() -> press(therapist, "Show the number"));
    assertThat(number.getByText("+49 30 900771")).isVisible();
    lookInPlace(number, "phone-number");
  }

  @Test
  void aTherapistWhoCannotBeHeardCallsNobodyAndIsToldWhatHelps() {
    admit();
    var therapist = newPage();
    therapist.addInitScript(
        "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotFoundError'); }");
    visit(therapist, pair.therapistToken());
    press(therapist, "Call now");
    assertThat(therapist.locator("[data-phone-trouble]")).containsText("No microphone was found");
    assertThat(therapist.locator("[data-phone-no-voice]")).containsText("nobody was called");
    lookInPlace(therapist, "phone-no-voice");
    assertThat(line.dialled).isEmpty();
  }

  private static void lookAgain(Page page) {
    page.evaluate("() => document.dispatchEvent(new CustomEvent('saltwater:changed'))");
  }

  @Test
  void theCoordinatorReadsHowThePhoneStandsAndWhatToDo() {
    var page = newPage();
    signIn(page, someone("Ines Berg", Role.COORDINATOR));
    page.navigate(address("/home"));
    assertThat(page.getByText("By phone: offered")).containsText(ScriptedLine.OWN);
    line.state = new LineState.NotConfigured();
    page.reload();
    assertThat(page.getByText("no telephone line is set up")).containsText("SALTWATER_PHONE_TRUNK");
    lookInPlace(page, "phone-practice-none");
    for (var reason : LineState.Reason.values()) {
      line.state = new LineState.Unreachable(Instant.parse("2026-11-23T07:00:00Z"), reason);
      page.reload();
      assertThat(page.getByText("By phone: not offered since")).isVisible();
    }
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.SIGN_IN_REFUSED);
    page.reload();
    assertThat(page.getByText("By phone: not offered since"))
        .containsText("refuses the user name or password");
    lookInPlace(page, "phone-practice-refused");
  }

  /// Takes the therapist's next offer, and answers it from a browser of the line's own.
  private Page answer() throws InterruptedException {
    var offer = line.last().offers.poll(10, TimeUnit.SECONDS);
    assertThat(offer).as("an offer of the therapist's browser").isNotNull();
    var page = open("/help-now");
    offer.answer().complete((String) page.evaluate(ANSWER, offer.sdp()));
    return page;
  }

  private static void assertTheyHear(Page therapist, Page telephone) {
    for (var page : List.of(therapist, telephone)) {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> ((Number) page.evaluate(SOUND)).doubleValue() > 0);
    }
  }

  private void assertStands(Page page, String words) {
    assertThat(page.locator("[data-phone-line]"))
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
  }

  private void admit() {
    sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 900771"));
    sessions.admit(pair.hour(), pair.therapist().person());
  }

  private Page visit(Page page, String token) {
    page.addInitScript(REMEMBER);
    page.context()
        .addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page.navigate(address("/sessions/" + pair.hour()));
    return page;
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

  private static LocatorAssertions.IsHiddenOptions soonHidden() {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(10_000);
  }

  private static LocatorAssertions.IsVisibleOptions soonVisible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(10_000);
  }
}
