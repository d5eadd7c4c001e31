package org.saltwater.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.TwoPeopleTest;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Role;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.springframework.beans.factory.annotation.Autowired;

/// The home of each role, on a Monday at nine in the morning.
@Tag("journey")
class HomePagesTest extends TwoPeopleTest {
  @Autowired private RiskFlags flags;
  @Autowired private TherapySessions sessions;

  @Test
  void aNewClientIsToldWhereToBegin() {
    var page = home(lea);
    assertThat(page.locator("h1").textContent()).contains("Good morning, Lea");
    assertThat(page.locator("main .button").textContent()).isEqualTo("Begin");
    lookAt(page, "home-client-new");
  }

  @Test
  void aClientSeesTheNextHourAndCanAlwaysChangeTherapist() {
    inCare();
    book(TUESDAY_SEVEN);
    write(amara, "I look forward to Tuesday.");
    var page = home(lea);
    assertThat(page.locator(".big").textContent()).contains("Tuesday 24 November, 19:00");
    assertThat(page.locator("main").textContent())
        .contains("With Amara Okafor, 50 minutes in writing")
        .contains("1 new message", "Change therapist", "The waiting room opens at 18:50");
    lookAt(page, "home-client");
  }

  @Test
  void theWayIntoTheRoomAppearsWhenItOpens() {
    inCare();
    var appointment = book(TUESDAY_SEVEN);
    clock.set(TUESDAY_SEVEN.minus(Duration.ofMinutes(10)));
    var page = home(lea);
    assertThat(page.locator("main .button").getAttribute("href"))
        .isEqualTo("/sessions/" + appointment.id());
    assertThat(page.locator("main .button").count()).isEqualTo(1);
  }

  @Test
  void aTherapistSeesWhoWaitsWhoWroteAndWhomToContact() {
    inCare();
    var appointment = book(MONDAY_TEN);
    write(lea, "A question before ten.");
    flags.raise(client(), RiskLevel.MODERATE, RiskSource.QUESTIONNAIRE);
    clock.set(MONDAY_TEN.minus(Duration.ofMinutes(5)));
    sessions.arrive(appointment.id(), lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    var page = home(amara);
    assertThat(page.locator("main").textContent())
        .contains(lea.name() + " is waiting", "1 new message", "Please make contact", "by 23 Nov");
    assertThat(page.locator("main .button").count()).isEqualTo(1);
    lookAt(page, "home-therapist");
  }

  @Test
  void aTherapistWithoutClientsReadsNoEmptyTables() {
    lookAt(home(amara), "home-therapist-empty");
  }

  @Test
  void aCoordinatorSeesCountsAndNoNames() {
    inCare();
    flags.raise(client(), RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
    clock.advance(Duration.ofHours(1));
    var page = home(someone("Ines", Role.COORDINATOR, Role.SUPERVISOR, Role.OPERATOR));
    assertThat(page.locator("main").textContent())
        .contains("for longer than we promised", "Nobody. People who need someone quickly")
        .doesNotContain(lea.name());
    lookAt(page, "home-coordinator");
  }

  private Page home(Person person) {
    return visit(person, "/home");
  }
}
