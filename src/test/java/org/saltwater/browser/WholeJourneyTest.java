package org.saltwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole path in one go, as people walk it: from the first page to the next therapist. At each
/// page: nothing that axe-core finds, nothing that sticks out, no request elsewhere, no error, no
/// more bytes than a page may have, and one filled button at most.
///
/// With SALTWATER_PICTURES=1 a picture of each page lies in target/screenshots/journey, for whoever
/// wants to see the whole path.
@Tag("journey")
class WholeJourneyTest extends NewcomerTest {
  private static final Duration UNTIL_FIVE_BEFORE_THE_HOUR = Duration.ofMinutes(55);

  private String album = "";
  private int pictures;
  private boolean withScript = true;

  /// Which of the questions are looked at. QuestionnairePagesTest looks at each of them, too.
  private int everyQuestion = 1;

  @BeforeEach
  void beginAnAlbum() {
    pictures = 0;
  }

  @ParameterizedTest
  @CsvSource({"PHONE, LIGHT", "LAPTOP, DARK"})
  void fromTheFirstQuestionToTheNextTherapist(Device device, ColorScheme scheme) {
    everyQuestion = device == Device.PHONE ? 1 : 4;
    album = (device.width + "-" + scheme).toLowerCase(Locale.ROOT);
    var client = newPage(device, scheme);
    answer(client);
    var hour = book(client);

    var therapist = newPage(device, scheme);
    signIn(therapist, amara);
    meet(client, therapist, hour);

    change(client);
    loseSight(therapist);
    var next = newPage(device, scheme);
    signIn(next, benedikt);
    readWhatWasChosen(next);
  }

  @Test
  void fromTheFirstQuestionToABookedHourWithoutScript() {
    album = "without-script";
    withScript = false;
    everyQuestion = 4;
    var client = newPageWithoutScript(Device.PHONE);
    answer(client);
    book(client);
    client.navigate(address("/appointments"));
    assertThat(client.locator("main")).containsText(FIRST);
  }

  private void answer(Page page) {
    page.navigate(address("/"));
    look(page, "first-page");
    page.locator("main a.button").first().click();
    look(page, "before-the-questions");
    press(page, "Begin");
    for (var left = 60; left > 0 && !page.url().endsWith("/begin/done"); left--) {
      if (left % everyQuestion == 0) {
        look(page, "question-" + page.url().replaceAll(".*/", ""));
      }
      needed(page);
      press(page, "Continue");
    }
    look(page, "answered");
    page.locator("main form button.button").click();
  }

  /// What the page needs, whichever page it is.
  private static void needed(Page page) {
    if (page.locator("#place").count() > 0) {
      page.locator("input[name=adult][value=yes]").check();
      page.locator("#place").selectOption("DE");
    }
    for (var box : NEEDED) {
      if (page.locator("input" + box).count() > 0) {
        page.locator("input" + box).check();
      }
    }
    if (page.locator("[name=own-words]").count() > 0) {
      page.locator("[name=own-words]").fill(OWN_WORDS);
    }
  }

  /// @return the appointment's id
  private String book(Page page) {
    assertThat(page.locator("h1")).containsText("who fit");
    look(page, "matches");
    page.locator("article.match", new Page.LocatorOptions().setHasText(FIRST))
        .locator("a.button")
        .first()
        .click();
    assertThat(page.locator("h1")).hasText("Choose a time with " + FIRST);
    look(page, "times");
    press(page, "Take this time");
    assertThat(page.locator("h1")).hasText("Almost there");
    look(page, "account");
    press(page, "Book this appointment");
    assertThat(page.locator("[aria-invalid=true]").first()).isVisible();
    look(page, "account-another-look");
    page.locator("[name=name]").fill("Mira");
    page.locator("[name=email]").fill(newEmail());
    page.locator("[name=password]").fill(PASSWORD);
    press(page, "Book this appointment");
    assertThat(page.locator("h1")).hasText("You’re booked");
    look(page, "booked");
    return page.url().replaceAll(".*/appointments/([^?]*).*", "$1");
  }

  private void meet(Page client, Page therapist, String hour) {
    var room = address("/sessions/" + hour);
    visit(client, "/appointments/" + hour, "appointment");
    visit(client, "/appointments", "appointments");
    visit(therapist, "/calendar/appointments/" + hour, "therapist-appointment");
    clock.advance(UNTIL_FIVE_BEFORE_THE_HOUR);
    visit(client, "/home", "home");
    client.navigate(room);
    look(client, "room-arrive");
    client.getByLabel("Where are you right now?").fill("At home, Canary Street 5");
    client.getByLabel("A number we can call you back on").fill("+49 30 1234567");
    press(client, "Go into the waiting room");
    assertThat(client.locator("h1")).hasText(FIRST + " knows you are here");
    look(client, "room-waiting");
    visit(therapist, "/home", "therapist-home");
    therapist.navigate(room);
    look(therapist, "therapist-room");
    press(therapist, "Let Mira in");
    assertThat(client.locator("h1")).hasText("With " + FIRST, soon());
    write(client, "It is easier to write this than to say it.");
    assertThat(said(therapist).last()).containsText("easier to write", soonSaid());
    write(therapist, "Then write. I am here and reading.");
    assertThat(said(client).last()).containsText("here and reading", soonSaid());
    look(client, "room");
    look(therapist, "therapist-room-open");
    therapist.getByText("End the session").click();
    press(therapist, "End it now");
    assertThat(client.locator("h1")).hasText("How was this?", soon());
    look(client, "check-in");
    client.locator("input[name=felt-heard][value='4']").check();
    press(client, "Save");
    assertThat(client.locator("h1")).hasText("Thank you");
    look(client, "check-in-done");
    client.navigate(address("/messages"));
    write(client, "One more thought, on the way home.");
    assertThat(said(client)).hasCount(3);
    look(client, "messages");
    visit(therapist, "/messages", "therapist-messages");
    visit(therapist, "/clients", "therapist-clients");
    therapist.getByRole(AriaRole.LINK, link("Mira")).click();
    assertThat(therapist.locator("main")).containsText(OWN_WORDS);
    look(therapist, "therapist-client");
  }

  private void change(Page client) {
    clock.advance(Duration.ofMinutes(50));
    visit(client, "/home", "home-after");
    assertThat(client.locator("main")).not().containsText("Go to the waiting room");
    client.getByRole(AriaRole.LINK, link("Change therapist")).first().click();
    look(client, "change-what-travels");
    client.locator("input[name=part][value=MESSAGES]").check();
    press(client, "Go on");
    look(client, "change-what-was-missing");
    client.getByLabel("More listening").check();
    press(client, "Show me who fits");
    assertThat(client.locator("main")).containsText(SECOND);
    assertThat(client.locator("main")).not().containsText(FIRST);
    look(client, "change-matches");
    client.locator("article.match a.button").first().click();
    assertThat(client.locator("main")).containsText("can read: your questionnaire");
    look(client, "change-review");
    client.locator("main form button.button").click();
    assertThat(client.locator("h1")).containsText("You go on with Benedikt");
    look(client, "change-done");
    visit(client, "/home", "home-with-the-next");
    visit(client, "/record", "record");
    assertThat(client.locator("main")).containsText(FIRST);
  }

  /// The page of the client that is still open answers nothing any more, and no other names them,
  /// but for the few words that they would like to take along.
  private void loseSight(Page therapist) {
    assertThat(therapist.reload().status()).isIn(403, 404);
    visit(therapist, "/home", "therapist-after-home");
    assertThat(naming(therapist, "section")).hasCount(1);
    assertThat(naming(therapist, "section[aria-labelledby=summaries]")).hasCount(1);
    for (var place : new String[] {"/messages", "/clients", "/calendar"}) {
      visit(therapist, place, "therapist-after" + place.replace('/', '-'));
      assertThat(therapist.locator("main")).not().containsText("Mira");
    }
    assertThat(therapist.locator("main")).containsText("A former client");
    assertThat(therapist.locator("main")).not().containsText("Open the room");
  }

  private static Locator naming(Page page, String parts) {
    return page.locator("main " + parts, new Page.LocatorOptions().setHasText("Mira"));
  }

  private void readWhatWasChosen(Page next) {
    visit(next, "/home", "next-home");
    next.navigate(address("/clients"));
    next.getByRole(AriaRole.LINK, link("Mira")).click();
    assertThat(next.locator("main")).containsText(OWN_WORDS);
    look(next, "next-client");
    next.getByRole(AriaRole.LINK, link("Read what they wrote to each other")).click();
    assertThat(next.locator(".bubble")).hasCount(3);
    assertThat(next.locator(".bubble").first()).containsText("Mira");
    assertThat(next.locator(".bubble").nth(1)).containsText(FIRST);
    look(next, "next-handed-over");
  }

  private void visit(Page page, String path, String name) {
    page.navigate(address(path));
    look(page, name);
  }

  private void look(Page page, String name) {
    picture(page, "journey/%s/%02d-%s".formatted(album, ++pictures, name));
    // axe-core is a script itself.
    if (withScript) {
      assertAccessible(page);
    }
    assertNoSidewaysScrolling(page);
    assertLight(page);
    assertOneFilledButton(page);
  }

  private static void write(Page page, String text) {
    page.locator("textarea[name=text]").fill(text);
    press(page, "Send");
  }

  private static Locator said(Page page) {
    return page.locator(".bubble:not(.waiting) .said");
  }

  private static Page.GetByRoleOptions link(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static LocatorAssertions.HasTextOptions soon() {
    return new LocatorAssertions.HasTextOptions().setTimeout(10_000);
  }

  private static LocatorAssertions.ContainsTextOptions soonSaid() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);
  }
}
