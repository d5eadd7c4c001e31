package org.saltwater.sessions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.care.Episodes;
import org.saltwater.testing.Cable;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Two people, each with a browser of their own, meet on the real server.
@Tag("journey")
class RoomBrowserTest extends BrowserTest {
  @LocalServerPort int serverPort;
  @Autowired ApplicationContext app;
  @Autowired TestClock clock;
  private Cable cable;
  private Pair pair;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app);
    cable = new Cable(serverPort);
  }

  @AfterEach
  void end() {
    clock.reset();
    cable.close();
  }

  @Test
  void theHourFromTheWaitingRoomToTheCheckIn() {
    var client = signedIn(newPage(Device.PHONE, ColorScheme.LIGHT), pair.clientToken());
    var therapist = signedIn(newPage(), pair.therapistToken());
    client.navigate(address(room()));
    assertThat(heading(client)).hasText("Your hour with Amara Okafor");
    look(client, "room-early");

    minutesAfterStart(-8);
    client.reload();
    press(client, "Go into the waiting room");
    assertThat(client.getByRole(AriaRole.ALERT)).containsText("a telephone number");
    assertAccessible(client);
    client.getByLabel("Where are you right now?").fill("At home, Canary Street 5, third floor");
    client.getByLabel("A number we can call you back on").fill("+49 30 1234567");
    look(client, "room-arrive");
    press(client, "Go into the waiting room");
    assertThat(heading(client)).hasText("Amara Okafor knows you are here");
    look(client, "room-waiting");

    therapist.navigate(address(room()));
    assertThat(heading(therapist)).hasText("Jo is here");
    assertThat(therapist.getByText("Canary Street 5")).isVisible();
    look(therapist, "room-admit");
    minutesAfterStart(1);
    press(therapist, "Let Jo in");
    assertThat(heading(client)).hasText("With Amara Okafor", soon());

    write(therapist, "Hello Jo. Good that you are here. How was the week?");
    assertThat(said(client)).containsText("How was the week?");
    client.getByLabel("Write to Amara").pressSequentially("It was");
    assertThat(therapist.getByText("Jo is writing…")).isVisible();
    client.getByLabel("Write to Amara").fill("");
    write(client, "Hard. I nearly cried on the train, and held it back as always.");
    write(client, "It is easier to write this than to say it.");
    assertThat(said(therapist).last()).containsText("easier to write");
    write(therapist, "Then write. I am here and reading. Take the time you need.");
    assertThat(said(client).last()).containsText("Take the time you need.");
    assertThat(therapist.locator("[data-standing]")).hasText("Read");
    look(client, "room-client");
    look(therapist, "room-therapist");

    therapist.getByText("When feelings run high").click();
    therapist.getByText("Laughing or joking over pain").click();
    assertThat(therapist.getByText("It may protect them")).isVisible();
    look(therapist, "room-guidance");
    therapist.getByText("When feelings run high").click();
    assertThat(therapist.getByText("It may protect them")).isHidden();

    press(client, "I need a moment");
    assertThat(quiet(client)).containsText("Take the time you need.");
    assertThat(client.locator("[data-clock]")).isHidden();
    assertThat(quiet(therapist)).containsText("Jo needs a moment.");
    assertThat(therapist.locator("[data-hour]")).isHidden();
    look(client, "room-moment-client");
    look(therapist, "room-moment-therapist");
    client.reload();
    press(client, "I’m ready to go on");
    assertThat(quiet(therapist)).hasText("");
    assertThat(therapist.locator("[data-clock]")).isVisible();
    assertThat(client.locator("[data-clock]")).isVisible();

    client.reload();
    assertThat(said(client)).hasCount(4);
    minutesAfterStart(50);
    therapist.getByText("End the session").click();
    press(therapist, "End it now");
    assertThat(heading(therapist)).hasText("How was this?");
    assertThat(heading(client)).hasText("How was this?", soon());
    client.locator("input[name=felt-heard][value='4']").check();
    client.locator("input[name=safe-to-feel][value='2']").check();
    client.getByLabel("Did anything feel wrong?").fill("Canary: I wanted more time at the end.");
    look(client, "check-in");
    press(client, "Save");
    assertThat(heading(client)).hasText("Thank you");
    look(client, "check-in-done");
    client.navigate(address(room() + "/check-in"));
    assertThat(client.locator("input[name=felt-heard][value='4']")).isChecked();
    press(therapist, "Skip this time");

    client.navigate(address("/messages"));
    assertThat(said(client)).hasCount(4);
    look(client, "messages");
    therapist.navigate(address("/messages"));
    assertThat(therapist.getByText("Jo", new Page.GetByTextOptions().setExact(true))).isVisible();
    look(therapist, "inbox");
  }

  @Test
  void aBrokenConnectionLosesNothingAndShowsNothingTwice() {
    var browser = newPage().context().browser();
    try (var clientBrowser = browser.newContext();
        var therapistBrowser = browser.newContext()) {
      var client = signedIn(clientBrowser.newPage(), pair.clientToken());
      var therapist = signedIn(therapistBrowser.newPage(), pair.therapistToken());
      var path = "/messages/" + pair.talk();
      client.navigate("http://localhost:" + cable.port() + path);
      therapist.navigate(address(path));
      write(client, "one");
      assertThat(said(therapist)).hasCount(1);

      cable.pull();
      write(client, "two");
      write(therapist, "three, while you were away");
      write(client, "four");
      assertThat(client.locator(".bubble.waiting")).hasCount(2);
      assertThat(client.getByText("The connection is gone."))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
      cable.putBack();

      assertThat(client.locator(".bubble.waiting"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
      assertThat(said(client)).hasCount(4);
      assertThat(said(therapist)).hasCount(4);
      assertThat(said(client).allTextContents())
          .containsExactlyElementsOf(said(therapist).allTextContents());
      assertThat(numbers(client)).containsExactly("1", "2", "3", "4");
    }
  }

  @Test
  void withoutAScriptTheWholeHourGoesByForms() {
    var client = signedIn(newPageWithoutScript(Device.PHONE), pair.clientToken());
    var therapist = signedIn(newPageWithoutScript(Device.LAPTOP), pair.therapistToken());
    minutesAfterStart(0);
    client.navigate(address(room()));
    client.getByLabel("Where are you right now?").fill("At home");
    client.getByLabel("A number we can call you back on").fill("0301234567");
    press(client, "Go into the waiting room");
    therapist.navigate(address(room()));
    press(therapist, "Let Jo in");
    client.getByText("Look again").click();
    press(client, "I need a moment");
    assertThat(quiet(client)).containsText("Take the time you need.");
    press(client, "I’m ready to go on");
    client.getByLabel("Write to Amara").fill("By form");
    press(client, "Send");
    press(client, "Send");
    assertThat(client.getByRole(AriaRole.ALERT).or(client.locator("#text-error")))
        .containsText("Please write something");
    therapist.getByText("Look for new messages").click();
    assertThat(said(therapist)).hasText("By form");
    therapist.getByText("End the session").click();
    press(therapist, "End it now");
    assertThat(heading(therapist)).hasText("How was this?");
    client.navigate(address(room()));
    client.getByText("How was this?").click();
    press(client, "Skip this time");
  }

  @Test
  void whenTheTwoPartTheOpenPageSaysSoAndStaysReadableForTheClientAlone() {
    var client = signedIn(newPage(Device.PHONE, ColorScheme.DARK), pair.clientToken());
    var therapist = signedIn(newPage(), pair.therapistToken());
    for (var page : List.of(client, therapist)) {
      page.navigate(address("/messages/" + pair.talk()));
    }
    write(client, "Before");
    assertThat(said(therapist)).hasText("Before");
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThat(client.getByText("This conversation has ended."))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    assertThat(said(client)).hasText("Before");
    assertThat(heading(therapist)).hasText("This page is not here", soon());
    assertAccessible(client);
  }

  private Page signedIn(Page page, String token) {
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-saltwater", token).setUrl("https://localhost:" + serverPort)));
    return page;
  }

  private String room() {
    return "/sessions/" + pair.hour();
  }

  private void minutesAfterStart(int minutes) {
    clock.set(Pair.START.plus(Duration.ofMinutes(minutes)));
  }

  private static void write(Page page, String text) {
    page.locator("textarea[name=text]").fill(text);
    press(page, "Send");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static Locator heading(Page page) {
    return page.locator("h1");
  }

  private static Locator said(Page page) {
    return page.locator(".bubble:not(.waiting) .said");
  }

  private static Locator quiet(Page page) {
    return page.locator("[data-moment-words]");
  }

  private static List<String> numbers(Page page) {
    var bubbles = page.locator(".bubble[data-number]");
    return IntStream.range(0, bubbles.count())
        .mapToObj(i -> String.valueOf(bubbles.nth(i).getAttribute("data-number")))
        .toList();
  }

  private static LocatorAssertions.HasTextOptions soon() {
    return new LocatorAssertions.HasTextOptions().setTimeout(10_000);
  }

  private void look(Page page, String name) {
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    screenshots(page, name);
  }
}
