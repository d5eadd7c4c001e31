package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.intake.IntakeBegun;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A person chooses a time and says yes to it, in a browser.
@Tag("time")
@Import(BookablePractice.class)
class BookingTest extends BrowserTest {
  private static final String PASSWORD = "the sea after the rain 42";

  @Autowired private BookablePractice practice;
  @Autowired private Therapists therapists;
  @Autowired private Appointments appointments;
  @Autowired private Episodes episodes;
  @Autowired private People people;

  private TherapistId amara;

  @BeforeEach
  void amaraHasHours() {
    practice.clock.reset();
    amara =
        practice.therapist(
            "Amara Okafor | licensed DE GB | by video text phone | taken 0 of 5",
            "Tue 09:00-12:00",
            "Wed 14:00-20:00",
            "Thu 17:00-21:00",
            "Sat 10:00-12:00");
  }

  @Test
  void aVisitorWithoutJavaScriptBooksAndHasAnAccountAtTheEnd() {
    var ben = practice.visitor("DE", "Europe/Lisbon");
    var page = visiting(newPageWithoutScript(Device.PHONE), ben);
    page.navigate(address("/book/" + amara));
    assertThat(page.locator("main").innerText())
        .contains("All times are on your clock, Europe/Lisbon.")
        .contains("Amara Okafor’s clock is in Europe/Berlin.");
    page.getByLabel("Text").check();
    tap(page, "10:00");
    assertThat(page.locator("main").innerText())
        .contains("Tuesday 24 November, 10:00", "For Amara Okafor: Tuesday 24 November, 11:00")
        .contains("We keep this time for you until 08:10.");

    page.locator("#name").fill("Ben");
    page.locator("#email").fill("not an address");
    page.locator("#password").fill("short");
    tap(page, "Book this appointment");
    assertThat(page.locator("#email-error").isVisible()).isTrue();
    assertThat(page.locator("#name").inputValue()).isEqualTo("Ben");
    assertThat(people.find(ben.client().person())).isEmpty();

    page.locator("#email").fill("ben." + ben.client() + "@example.org");
    page.locator("#password").fill(PASSWORD);
    tap(page, "Book this appointment");
    assertThat(page.locator("h1").innerText()).isEqualTo("You’re booked");
    assertThat(appointments.listComing(ben.client())).hasSize(1);
    assertThat(episodes.findOpen(ben.client(), amara)).isPresent();
    assertThat(therapists.get(amara).taken()).isEqualTo(1);
  }

  @Test
  void eachPageOfTheWayIsUsableByEveryone() {
    var ben = practice.visitor("GB", "Europe/London");
    var page = visiting(newPage(), ben);
    page.navigate(address("/book/" + amara));
    look(page, "book");
    page.navigate(address("/book/" + amara + "?start=2026-11-24T09:00:00Z&modality=TEXT"));
    assertThat(page.locator("main").innerText()).contains("Your choice");
    look(page, "book-chosen");
    tap(page, "Take this time");
    look(page, "book-hold");
    tap(page, "Book this appointment");
    look(page, "book-hold-errors");
    page.locator("#name").fill("Ben");
    page.locator("#email").fill("ben." + ben.client() + "@example.org");
    page.locator("#password").fill(PASSWORD);
    tap(page, "Book this appointment");
    assertThat(page.locator("h1").innerText()).isEqualTo("You’re booked");
    look(page, "booked");
    follow(page, "All appointments");
    look(page, "appointments");
    follow(page, "Details");
    look(page, "appointment");
    follow(page, "Cancel");
    look(page, "appointment-cancel");
    follow(page, "Choose another time");
    look(page, "appointment-move");
    tap(page, "10:00");
    assertThat(page.locator("h1").innerText()).isEqualTo("Your appointment has moved");
    assertThat(appointments.listComing(ben.client())).hasSize(1);
  }

  @Test
  void whoLosesTheRaceIsToldKindlyAndSeesTheNextTimes() {
    var ben = practice.visitor("DE", "Europe/Berlin");
    var page = visiting(newPage(), ben);
    page.navigate(address("/book/" + amara));
    practice.book(practice.client("Quick", "UTC"), amara, "2026-11-24T08:00:00Z");
    tap(page, "09:00");
    assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("This time has just gone");
    assertThat(page.locator(".time").first().innerText()).isEqualTo("10:00");
    look(page, "book-taken");
  }

  @Test
  void whoTypedForTooLongIsToldOnlyIfTheTimeIsReallyGone() {
    var ben = practice.visitor("DE", "Europe/Berlin");
    var page = visiting(newPage(), ben);
    page.navigate(address("/book/" + amara));
    tap(page, "09:00");
    practice.clock.advance(Duration.ofMinutes(15));
    practice.book(practice.client("Quick", "UTC"), amara, "2026-11-24T08:00:00Z");
    page.locator("#name").fill("Ben");
    page.locator("#email").fill("ben." + ben.client() + "@example.org");
    page.locator("#password").fill(PASSWORD);
    tap(page, "Book this appointment");
    assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("This time has just gone");
    assertThat(people.find(ben.client().person())).as("no account without a booking").isEmpty();
    assertThat(therapists.get(amara).taken()).isZero();
  }

  @Test
  void aFollowUpIsBookedWithoutTakingAPlaceAgain() {
    var ben = practice.client("Ben", "Europe/Berlin");
    practice.openEpisode(ben, amara);
    var page = signedIn(newPage(), ben);
    page.navigate(address("/appointments"));
    look(page, "appointments-empty");
    follow(page, "Choose a time");
    tap(page, "09:00");
    assertThat(page.locator("h1").innerText()).isEqualTo("Book this time?");
    look(page, "book-hold-signed-in");
    tap(page, "Book this appointment");
    assertThat(page.locator("h1").innerText()).isEqualTo("You’re booked");
    assertThat(therapists.get(amara).taken()).isEqualTo(1);

    page.navigate(address("/appointments"));
    follow(page, "Cancel");
    tap(page, "Yes, cancel it");
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("is cancelled");
    assertThat(appointments.listComing(ben)).isEmpty();
  }

  @Test
  void nobodyIsBookedWithSomeoneWhoMayNotPractiseThereOrIsFullOrIsNotTheirs() {
    var abroad =
        practice.therapist("Mei Lin | licensed US-CA | in America/Los_Angeles", "Tue 09:00-12:00");
    var full = practice.therapist("Jonas Lind | taken 5 of 5", "Tue 09:00-12:00");
    var ben = practice.visitor("DE", "Europe/Berlin");
    var page = visiting(newPage(), ben);
    page.navigate(address("/book/" + abroad));
    assertThat(page.locator("h1").innerText()).contains("can’t practise where you are");
    look(page, "book-not");

    page.navigate(address("/book/" + full));
    assertThat(page.locator("h1").innerText()).contains("no place free");
    assertThat(appointments.listComing(ben.client())).isEmpty();
    assertThat(people.find(ben.client().person())).isEmpty();

    var cleo = practice.client("Cleo", "Europe/Berlin");
    practice.openEpisode(cleo, amara);
    var hers = signedIn(newPage(), cleo);
    hers.navigate(address("/book/" + abroad));
    follow(hers, "Change therapist");
    assertThat(hers.locator("h1").innerText()).isEqualTo("Someone other than Amara Okafor");
  }

  @Test
  void anAppointmentIsNobodyElsesBusiness() {
    var ben = practice.client("Ben", "Europe/Berlin");
    var booked = practice.book(ben, amara, "2026-11-24T08:00:00Z");
    var cleo = practice.client("Cleo", "Europe/Berlin");
    var page = signedIn(newPage(), cleo);
    for (var path : new String[] {"", "/cancel", "/move", "/appointment.ics"}) {
      assertThat(page.navigate(address("/appointments/" + booked.id() + path)).status())
          .isEqualTo(404);
    }
  }

  private void look(Page page, String name) {
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    screenshots(page, name);
  }

  private static void tap(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private static void follow(Page page, String name) {
    page.locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
        .first()
        .click();
  }

  private static Page visiting(Page page, IntakeBegun intake) {
    page.setExtraHTTPHeaders(Map.of("Intake-Token", intake.token().value()));
    return page;
  }

  private Page signedIn(Page page, ClientId client) {
    page.setExtraHTTPHeaders(Map.of("Authorization", practice.bearer(client.person())));
    return page;
  }
}
