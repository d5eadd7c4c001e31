package org.saltwater.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.identity.Person;
import org.saltwater.intake.PlacesServed;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;

/// A browser, and two therapists who have time for somebody new, on a Monday at nine in the
/// morning.
abstract class NewcomerTest extends BrowserTest {
  static final String FIRST = "Amara Okafor";
  static final String SECOND = "Benedikt Freiherr von Hohenlohe-Langenburg";
  static final String OWN_WORDS = "I hold back my tears, and then cannot sleep.";
  static final String PASSWORD = "a lighthouse on the north sea";

  /// What has to be ticked, wherever it is asked.
  static final List<String> NEEDED =
      List.of(
          "[name='consent.answers']",
          "[name='consent.readers']",
          "[name='consent.risk']",
          "[name='consent.not-emergency']",
          "[name=domains][value=LOW_MOOD]",
          "[name=modalities][value=TEXT]",
          "[name=languages][value=en]");

  @Autowired private Therapists therapists;
  @Autowired private Availabilities availabilities;
  @Autowired private PlacesServed places;
  @Autowired TestClock clock;

  Person amara;
  Person benedikt;

  @BeforeEach
  void twoTherapistsHaveTime() {
    clock.reset();
    // Those of the test before have no time for anybody.
    therapists
        .list()
        .forEach(it -> therapists.changePlaces(it.id(), 0, it.standing(), it.id().person()));
    amara = therapist(FIRST, "for low_mood | woman");
    benedikt = therapist(SECOND, "works person_centred | man");
    await().until(() -> places.list().contains(new Jurisdiction("DE")));
  }

  private Person therapist(String name, String more) {
    var person = someone(name, Role.THERAPIST);
    var id = TherapistId.of(person.id());
    therapists.register(Directory.therapist(id, name + " | by text | taken 0 of 5 | " + more));
    availabilities.set(
        id,
        Availability.weekly(person.zone(), "Mon 10:00-20:00", "Tue 10:00-20:00")
            .withTimes(Duration.ofMinutes(50), Duration.ZERO, Duration.ZERO));
    return person;
  }

  static String newEmail() {
    return "mira-" + System.nanoTime() + "@example.org";
  }

  static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
