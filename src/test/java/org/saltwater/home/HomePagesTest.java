package org.saltwater.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.care.Episodes;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;

/// The home of each role, on a Monday at nine in the morning.
@Tag("journey")
class HomePagesTest extends BrowserTest {
  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T18:00:00Z");

  @Autowired private Therapists therapists;
  @Autowired private Availabilities availabilities;
  @Autowired private Appointments appointments;
  @Autowired private Episodes episodes;
  @Autowired private Conversations conversations;
  @Autowired private Messages messages;
  @Autowired private RiskFlags flags;
  @Autowired private TherapySessions sessions;
  @Autowired private TestClock clock;

  private Person amara;
  private Person lea;

  @BeforeEach
  void twoPeople() {
    clock.reset();
    amara = someone("Amara Okafor", Role.THERAPIST);
    lea = someone("Lea Maria Sommer-Wiedenfeld", Role.CLIENT);
    therapists.register(
        Directory.therapist(therapist(), "Amara Okafor | licensed DE | taken 3 of 8"));
    availabilities.set(
        therapist(),
        Availability.weekly(amara.zone(), "Mon 09:00-20:00", "Tue 09:00-20:00")
            .withTimes(Duration.ofMinutes(50), Duration.ZERO, Duration.ZERO));
  }

  @Test
  void aNewClientIsToldWhereToBegin() {
    var page = home(lea);
    assertThat(page.locator("h1").textContent()).contains("Good morning, Lea");
    assertThat(page.locator("main .button").textContent()).isEqualTo("Begin");
    look(page, "home-client-new");
  }

  @Test
  void aClientSeesTheNextHourAndCanAlwaysChangeTherapist() {
    inCare();
    book(TUESDAY);
    write(amara, "I look forward to Tuesday.");
    var page = home(lea);
    assertThat(page.locator(".big").textContent()).contains("Tuesday 24 November, 19:00");
    assertThat(page.locator("main").textContent())
        .contains("With Amara Okafor, 50 minutes in writing")
        .contains("1 new message", "Change therapist", "The waiting room opens at 18:50");
    look(page, "home-client");
  }

  @Test
  void theWayIntoTheRoomAppearsWhenItOpens() {
    inCare();
    var appointment = book(TUESDAY);
    clock.set(TUESDAY.minus(Duration.ofMinutes(10)));
    var page = home(lea);
    assertThat(page.locator("main .button").getAttribute("href"))
        .isEqualTo("/sessions/" + appointment.id());
    assertThat(page.locator("main .button").count()).isEqualTo(1);
  }

  @Test
  void aTherapistSeesWhoWaitsWhoWroteAndWhomToContact() {
    inCare();
    var appointment = book(TEN);
    write(lea, "A question before ten.");
    flags.raise(ClientId.of(lea.id()), RiskLevel.MODERATE, RiskSource.QUESTIONNAIRE);
    clock.set(TEN.minus(Duration.ofMinutes(5)));
    sessions.arrive(appointment.id(), lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    var page = home(amara);
    assertThat(page.locator("main").textContent())
        .contains(lea.name() + " is waiting", "1 new message", "Please make contact", "by 23 Nov");
    assertThat(page.locator("main .button").count()).isEqualTo(1);
    look(page, "home-therapist");
  }

  @Test
  void aTherapistWithoutClientsReadsNoEmptyTables() {
    look(home(amara), "home-therapist-empty");
  }

  @Test
  void aCoordinatorSeesCountsAndNoNames() {
    inCare();
    flags.raise(ClientId.of(lea.id()), RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
    clock.advance(Duration.ofHours(1));
    var page = home(someone("Ines", Role.COORDINATOR, Role.SUPERVISOR, Role.OPERATOR));
    assertThat(page.locator("main").textContent())
        .contains("for longer than we promised", "Nobody. People who need someone quickly")
        .doesNotContain(lea.name());
    look(page, "home-coordinator");
  }

  private Page home(Person person) {
    var page = newPage();
    signIn(page, person);
    page.navigate(address("/home"));
    return page;
  }

  private void look(Page page, String name) {
    assertAccessible(page);
    screenshots(page, name);
    setDevice(page, Device.SMALL_PHONE);
    assertNoSidewaysScrolling(page);
    assertAccessible(page);
    assertThat(weight(page)).isLessThan(120 * 1024);
  }

  private TherapistId therapist() {
    return TherapistId.of(amara.id());
  }

  private void inCare() {
    episodes.open(ClientId.of(lea.id()), therapist());
  }

  private Appointment book(Instant start) {
    var client = ClientId.of(lea.id());
    var held = appointments.hold(client, therapist(), start, Modality.TEXT);
    return appointments.confirm(held.id(), client);
  }

  private void write(Person from, String text) {
    var talk = conversations.open(ClientId.of(lea.id()), therapist());
    messages.send(new NewMessage(talk.id(), from.id(), UUID.randomUUID(), new Redacted<>(text)));
  }
}
