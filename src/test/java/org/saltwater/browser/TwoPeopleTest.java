package org.saltwater.browser;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.care.Episodes;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversation;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;

/// A browser, a therapist and a client of hers, on a Monday at nine in the morning.
public abstract class TwoPeopleTest extends BrowserTest {
  protected static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");
  protected static final Instant TUESDAY_SEVEN = Instant.parse("2026-11-24T18:00:00Z");

  @Autowired private Therapists therapists;
  @Autowired private Availabilities availabilities;
  @Autowired private Appointments appointments;
  @Autowired private Episodes episodes;
  @Autowired private Conversations conversations;
  @Autowired private Messages messages;
  @Autowired protected TestClock clock;

  protected Person amara;
  protected Person lea;

  @BeforeEach
  void twoPeople() {
    clock.reset();
    amara = someone("Amara Okafor", Role.THERAPIST);
    lea = someone("Lea Maria Sommer-Wiedenfeld", Role.CLIENT);
    therapists.register(
        Directory.therapist(
            therapist(), "Amara Okafor | licensed DE | by video text | taken 3 of 8"));
    availabilities.set(
        therapist(),
        Availability.weekly(amara.zone(), "Mon 09:00-20:00", "Tue 09:00-20:00")
            .withTimes(Duration.ofMinutes(50), Duration.ZERO, Duration.ZERO));
  }

  protected TherapistId therapist() {
    return TherapistId.of(amara.id());
  }

  protected ClientId client() {
    return ClientId.of(lea.id());
  }

  protected void inCare() {
    episodes.open(client(), therapist());
  }

  protected Appointment book(Instant start) {
    var held = appointments.hold(client(), therapist(), start, Modality.TEXT);
    return appointments.confirm(held.id(), client());
  }

  protected Conversation write(Person from, String text) {
    var talk = conversations.open(client(), therapist());
    messages.send(new NewMessage(talk.id(), from.id(), UUID.randomUUID(), new Redacted<>(text)));
    return talk;
  }

  protected Page visit(Person person, String path) {
    var page = newPage();
    signIn(page, person);
    page.navigate(address(path));
    return page;
  }
}
