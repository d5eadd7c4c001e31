package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mails tell each of the two the time on their own clock, and nothing about the other.
@SaltwaterTest
@Tag("time")
class AppointmentNoticesTest {
  private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");

  @Autowired private People people;
  @Autowired private Availabilities availabilities;
  @Autowired private Appointments appointments;
  @Autowired private Reminders reminders;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestClock clock;

  private TherapistId amara = TherapistId.random();
  private ClientId ben = ClientId.random();

  @BeforeEach
  void amaraAndBenAreFarApart() {
    clock.reset();
    amara = TherapistId.of(person("Amara", Role.THERAPIST, "Europe/Berlin"));
    ben = ClientId.of(person("Ben", Role.CLIENT, "America/New_York"));
    availabilities.set(
        amara, PracticeCalendar.hours("Thu 09:00-18:00, Fri 09:00-12:00 Europe/Berlin"));
  }

  @Test
  void bookingMovingAndCancellingAreToldOnEachClock() {
    var booked = book();
    await().untilAsserted(() -> assertThat(mailsTo(ben.person())).hasSize(1));
    assertThat(mailsTo(ben.person()).getFirst())
        .contains("Thursday 26 November, 04:00 (America/New York)", "/appointments")
        .doesNotContain("Amara");
    await().untilAsserted(() -> assertThat(mailsTo(amara.person())).hasSize(1));
    assertThat(mailsTo(amara.person()).getFirst())
        .contains("Thursday 26 November, 10:00 (Europe/Berlin)", "/calendar")
        .doesNotContain("Ben");

    clock.advance(Duration.ofMinutes(1));
    var later = appointments.hold(ben, amara, START.plus(Duration.ofHours(2)), Modality.VIDEO);
    appointments.move(booked.id(), later.id(), ben);
    await().untilAsserted(() -> assertThat(mailsTo(ben.person())).hasSize(2));
    assertThat(mailsTo(ben.person()).getLast())
        .contains(
            "has moved", "Before: Thursday 26 November, 04:00", "Now: Thursday 26 November, 06:00");

    clock.advance(Duration.ofMinutes(1));
    appointments.cancel(later.id(), amara.person());
    await().untilAsserted(() -> assertThat(mailsTo(ben.person())).hasSize(3));
    assertThat(mailsTo(ben.person()).getLast()).contains("is cancelled");
  }

  @Test
  void aReminderComesADayAndAnHourBeforeOnceEach() {
    book();
    await().untilAsserted(() -> assertThat(mailsTo(ben.person())).hasSize(1));
    clock.set(START.minus(Duration.ofHours(25)));
    reminders.sendDue();
    assertThat(mailsTo(ben.person())).hasSize(1);

    clock.set(START.minus(Duration.ofHours(24)));
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        nodes.submit(reminders::sendDue);
      }
    }
    assertThat(mailsTo(ben.person())).hasSize(2);
    assertThat(mailsTo(amara.person())).hasSize(2);

    clock.set(START.minus(Duration.ofMinutes(50)));
    reminders.sendDue();
    reminders.sendDue();
    assertThat(mailsTo(ben.person())).hasSize(3);
    assertThat(mailsTo(ben.person()).getLast()).contains("reminder of your appointment");
  }

  @Test
  void nobodyIsRemindedOfWhatWasCancelled() {
    var booked = book();
    appointments.cancel(booked.id(), ben.person());
    await().untilAsserted(() -> assertThat(mailsTo(ben.person())).hasSize(2));
    clock.set(START.minus(Duration.ofHours(1)));
    reminders.sendDue();
    assertThat(mailsTo(ben.person())).hasSize(2);
  }

  private Appointment book() {
    var held = appointments.hold(ben, amara, START, Modality.VIDEO);
    return appointments.confirm(held.id(), ben);
  }

  private List<String> mailsTo(PersonId person) {
    return jdbc.sql(
            "select subject || E'\\n' || body from notifications_mail where recipient = :to order by queued_at, id")
        .param("to", person + "@example.org")
        .query(String.class)
        .list();
  }

  private PersonId person(String name, Role role, String zone) {
    var id = PersonId.random();
    people.addAll(
        List.of(new Person(id, name, id + "@example.org", Set.of(role), ZoneId.of(zone))));
    return id;
  }
}
