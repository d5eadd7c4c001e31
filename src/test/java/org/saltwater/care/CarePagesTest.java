package org.saltwater.care;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@Tag("journey")
class CarePagesTest extends BrowserTest {
  @Autowired ApplicationContext context;
  @Autowired Handovers handovers;
  @Autowired Episodes episodes;
  @Autowired GuestAccess guests;
  @Autowired TestClock clock;

  CarePractice practice;
  TherapistId amara;
  TherapistId ben;
  ClientId mira;

  @BeforeEach
  void open() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara Okafor | taken 0 of 5");
    ben =
        practice.therapist(
            "Benedikt von Hohenlohe-Langenfeld | taken 0 of 5 | for grief_and_loss | works person_centred");
    practice.therapist("Carla Ruiz | taken 0 of 5 | woman");
    mira = practice.clientOf(amara, "Mira Lindqvist");
    practice.appointment(mira, amara, "2026-11-26T13:00:00Z");
    clock.advance(Duration.ofMinutes(5));
  }

  @Test
  void aClientChangesTherapistAndEveryoneSeesTheirPartOfIt() {
    var page = newPage(Device.PHONE, ColorScheme.LIGHT);
    signIn(page, mira.person());
    page.navigate(address("/change-therapist"));
    look(page, "change-1-travels");
    page.getByLabel("When you met").uncheck();
    click(page, "Go on");
    page.getByLabel("More listening").check();
    page.getByLabel("In your own words").fill("Someone who asks back.");
    look(page, "change-2-missing");
    click(page, "Show me who fits");
    assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
        .containsText("who fit");
    assertThat(page.locator("main")).not().containsText("Amara");
    look(page, "change-3-matches");
    page.navigate(address("/change-therapist/with/" + ben));
    look(page, "change-3-times");
    page.locator("button.time").nth(3).click();
    assertThat(page.locator("main")).containsText("can no longer read anything of yours");
    assertThat(page.locator("main")).containsText("is given up");
    look(page, "change-4-review");
    page.locator("main form button.button").click();
    assertThat(page.locator("h1")).containsText("You go on with Benedikt");
    look(page, "change-5-done");

    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(ben);

    var before = newPage(Device.LAPTOP, ColorScheme.LIGHT);
    signIn(before, amara.person());
    assertThat(before.navigate(address("/clients/" + mira)).status()).isEqualTo(403);
    before.navigate(address("/handovers"));
    look(before, "handovers");
    before.locator("main a").first().click();
    before.getByLabel("Summary").fill("");
    click(before, "Send the summary");
    assertThat(before.locator(".errors")).isVisible();
    look(before, "handover-again");
    before
        .getByLabel("Summary")
        .fill("We worked on grief for a year.\nShe found her way back to painting.");
    click(before, "Send the summary");
    assertThat(before.locator("main")).containsText("Nothing to write");

    var next = newPage(Device.LAPTOP, ColorScheme.LIGHT);
    signIn(next, ben.person());
    next.navigate(address("/clients"));
    look(next, "clients");
    next.navigate(address("/clients/" + mira));
    assertThat(next.locator("main")).containsText("She found her way back to painting");
    assertThat(next.locator("main")).containsText("Someone who asks back.");
    assertThat(next.locator("main")).containsText("I miss the lighthouse keeper");
    look(next, "client");

    var supervisor = practice.person("Sunniva Berg", Role.SUPERVISOR);
    guests.askForSupervision(ben, mira, supervisor);
    page.navigate(address("/record"));
    assertThat(page.locator("main")).containsText("May Sunniva Berg look into your record?");
    assertThat(page.locator("main")).containsText("read your questionnaire");
    assertThat(page.locator("main")).containsText("was not let in");
    look(page, "record");
    click(page, "Yes, they may");
    assertThat(page.locator("main")).containsText("Supervisor, with your agreement");
    look(page, "record-readers");

    var looks = newPage(Device.LAPTOP, ColorScheme.LIGHT);
    signIn(looks, supervisor);
    looks.navigate(address("/clients/" + mira));
    assertThat(looks.locator("main")).containsText("You supervise");
    click(page, "End this");
    assertThat(looks.navigate(address("/clients/" + mira)).status()).isEqualTo(403);
  }

  @Test
  void someoneWithoutATherapistIsLedToTheMatches() {
    var client = practice.client("New");
    var page = newPage();
    signIn(page, client.person());
    page.navigate(address("/change-therapist"));
    assertThat(page.locator("h1")).containsText("no therapist yet");
    look(page, "change-nobody");
    page.navigate(address("/record"));
    look(page, "record-empty");
  }

  private void look(Page page, String name) {
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    screenshots(page, "care-" + name);
    page.setViewportSize(390, 844);
    assertNoSidewaysScrolling(page);
  }

  private static void click(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private void signIn(Page page, PersonId person) {
    var token = practice.get(SignIns.class).issue(person, "browser").value();
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-saltwater", token)
                    .setUrl("https://localhost/")
                    .setSecure(true)));
  }
}
