package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("time")
class CalendarPagesTest extends BrowserTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired private People people;
  @Autowired private SignIns signIns;
  @Autowired private Availabilities availabilities;
  @Autowired private Appointments appointments;
  @Autowired private Episodes episodes;
  @Autowired private TestClock clock;

  private TherapistId amara;

  @BeforeEach
  void amaraIsSignedIn() {
    clock.reset();
    amara = TherapistId.of(person("Amara Okafor", Role.THERAPIST));
  }

  @Test
  void aTherapistReadsTheirWeekOnAPhoneAndALaptop() {
    availabilities.set(
        amara,
        PracticeCalendar.hours(
            "Mon 09:00-13:00, Tue 09:00-12:00, Wed 14:00-20:00, Thu 17:00-21:00, Sat 10:00-12:00,"
                + " away 2026-11-26 Europe/Berlin"));
    book("Ben", "2026-11-23T09:00:00Z", Modality.VIDEO);
    book("Cleo Vandenberghe-Rosenthal", "2026-11-23T11:00:00Z", Modality.TEXT);
    book("Ada", "2026-11-25T13:00:00Z", Modality.PHONE);
    var page = signedIn(newPage());
    page.navigate(address("/calendar"));
    assertThat(page.locator("main").innerText())
        .contains("Ben", "10:00–10:50", "Cleo Vandenberghe-Rosenthal", "by phone", "Not there");
    assertAccessible(page);
    screenshots(page, "calendar");

    page.getByText("Week after").locator("..").click();
    assertThat(page.locator("main").innerText()).contains("30 November to 6 December 2026");

    var phone = signedIn(newPageWithoutScript(Device.SMALL_PHONE));
    phone.navigate(address("/calendar"));
    assertNoSidewaysScrolling(phone);
  }

  @Test
  void whoseTherapistItIsNoLongerHasNoNameThere() {
    availabilities.set(amara, PracticeCalendar.hours("Mon 09:00-13:00 Europe/Berlin"));
    var hour = book("Ben", "2026-11-23T09:00:00Z", Modality.TEXT);
    clock.set(Instant.parse("2026-11-23T12:00:00Z"));
    episodes.close(hour.client(), amara);
    var page = signedIn(newPage());
    page.navigate(address("/calendar"));
    assertThat(page.locator("main").innerText()).contains("A former client").doesNotContain("Ben");
    page.navigate(address("/calendar/appointments/" + hour.id()));
    assertThat(page.content()).doesNotContain("Ben");
  }

  @Test
  void hoursThatCantBeReadAreToldBesideTheDayAndNothingTypedIsLost() {
    var page = signedIn(newPage());
    page.navigate(address("/calendar/hours"));
    page.getByLabel("Monday").fill("9-12 and 13:30 to 5pm");
    page.getByLabel("Tuesday").fill("whenever");
    page.getByLabel("Free time after each").fill("-5");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save hours")).click();
    assertThat(page.locator("#tuesday-error").innerText())
        .contains("Tuesday: please write hours like");
    assertThat(page.getByLabel("Tuesday").inputValue()).isEqualTo("whenever");
    assertThat(page.locator("#buffer-error").innerText()).contains("from 0 to 120");
    assertAccessible(page);
    screenshots(page, "hours-errors");

    page.getByLabel("Tuesday").fill("");
    page.getByLabel("Free time after each").fill("10");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save hours")).click();
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("saved");
    assertThat(availabilities.get(amara).weekly())
        .extracting(WeeklyHours::toString)
        .containsExactly("Mon 09:00-12:00", "Mon 13:30-17:00");
  }

  @Test
  void timeAwayAndExtraHoursAreAddedAndRemoved() {
    availabilities.set(
        amara, PracticeCalendar.hours("Mon 09:00-13:00, Thu 09:00-12:00 Europe/Berlin"));
    book("Ben", "2026-11-26T08:00:00Z", Modality.VIDEO);
    var page = signedIn(newPage());
    page.navigate(address("/calendar/hours"));
    page.getByLabel("Date").fill("2026-11-25");
    page.getByLabel("Until, when it is more than one day").fill("2026-11-27");
    add(page);
    page.getByLabel("I have extra hours").check();
    page.getByLabel("Date").fill("2026-12-02");
    page.getByLabel("Hours", new Page.GetByLabelOptions().setExact(true)).fill("18-20");
    add(page);
    assertThat(availabilities.get(amara).changes())
        .extracting(DatedChange::toString)
        .containsExactly("away 2026-11-25..2026-11-27", "extra 2026-12-02 18:00-20:00");
    assertThat(page.locator("main").innerText())
        .contains("Away Wednesday 25 November 2026 to Friday 27 November 2026, all day")
        .contains("These appointments lie outside your hours");
    assertAccessible(page);
    screenshots(page, "hours");
    page.locator("#changes .rows li").first().getByRole(AriaRole.BUTTON).click();
    assertThat(availabilities.get(amara).changes()).hasSize(1);

    page.getByLabel("Date").fill("2026-11-01");
    add(page);
    assertThat(page.locator("#first-error").innerText()).contains("has passed");
  }

  @Test
  void aTherapistCancelsAfterBeingAsked() {
    availabilities.set(amara, PracticeCalendar.hours("Mon 09:00-13:00 Europe/Berlin"));
    var booked = book("Ben", "2026-11-23T09:00:00Z", Modality.VIDEO);
    var page = signedIn(newPage());
    page.navigate(address("/calendar"));
    page.getByText("10:00–10:50").click();
    assertAccessible(page);
    screenshots(page, "calendar-appointment");
    page.getByText("Cancel this appointment").click();
    assertThat(page.locator("h1").innerText()).isEqualTo("Cancel this appointment?");
    screenshots(page, "calendar-cancel");
    page.getByText("Yes, cancel it").click();
    assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("is cancelled");
    assertThat(appointments.get(booked.id()).state()).isEqualTo(AppointmentState.CANCELLED);
  }

  @Test
  void aCalendarAppReadsTimesAndOneWordByASecretLink() {
    availabilities.set(amara, PracticeCalendar.hours("Mon 09:00-13:00 Europe/Berlin"));
    book("Ben", "2026-11-23T09:00:00Z", Modality.VIDEO);
    var page = signedIn(newPage());
    page.navigate(address("/calendar/link"));
    page.getByText("Make a link").click();
    assertAccessible(page);
    screenshots(page, "calendar-link");
    var link = page.getByLabel("Your link").inputValue();
    var path = link.substring(link.indexOf("/calendar/feed/"));
    var app = newPage().request().get(address(path));
    assertThat(app.text())
        .contains("DTSTART:20261123T090000Z\r\n", "SUMMARY:Appointment\r\n")
        .doesNotContain("Ben", "VIDEO", "Amara");
    page.getByText("Turn it off").click();
    assertThat(newPage().request().get(address(path)).status()).isEqualTo(404);
  }

  private static void add(Page page) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Add").setExact(true)).click();
  }

  private Page signedIn(Page page) {
    page.setExtraHTTPHeaders(
        Map.of("Authorization", "Bearer " + signIns.issue(amara.person(), "test").value()));
    return page;
  }

  private Appointment book(String client, String start, Modality modality) {
    var id = ClientId.of(person(client, Role.CLIENT));
    episodes.open(id, amara);
    var held = appointments.hold(id, amara, Instant.parse(start), modality);
    return appointments.confirm(held.id(), id);
  }

  private PersonId person(String name, Role role) {
    var id = PersonId.random();
    people.addAll(List.of(new Person(id, name, id + "@example.org", Set.of(role), BERLIN)));
    return id;
  }
}
