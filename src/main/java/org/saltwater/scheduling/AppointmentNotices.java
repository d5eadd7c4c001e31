package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.notifications.Reminder;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells both of the two by mail, each on their own clock. A mail names the time and where to look,
/// never the other person: it is read over shoulders.
@Component
class AppointmentNotices {
  private final AppointmentRows appointments;
  private final Availabilities availabilities;
  private final People people;
  private final Notifications notifications;
  private final Words words;
  private final Clock clock;

  AppointmentNotices(
      AppointmentRows appointments,
      Availabilities availabilities,
      People people,
      Notifications notifications,
      MessageSource bundles,
      Clock clock) {
    this.appointments = appointments;
    this.availabilities = availabilities;
    this.people = people;
    this.notifications = notifications;
    this.words = new Words(bundles, Locale.ENGLISH);
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AppointmentBooked booked) {
    var appointment = appointments.find(booked.appointment()).orElseThrow();
    var before =
        appointments.findMovedFrom(appointment.id()).flatMap(appointments::find).orElse(null);
    if (before == null) {
      tellBoth(appointment, (person, zone) -> sayBooked(person, zone, appointment));
    } else if (!before.therapist().equals(appointment.therapist())) {
      // Taken over for someone who has left: `care` tells the client, with all else that changes.
      tellTherapist(appointment, (person, zone) -> sayBooked(person, zone, appointment));
    } else {
      tellBoth(
          appointment,
          (person, zone) ->
              mail(
                  person,
                  appointment,
                  Notice.APPOINTMENT_MOVED,
                  time(before.start(), zone),
                  time(appointment.start(), zone)));
    }
  }

  @ApplicationModuleListener
  void on(AppointmentCancelled cancelled) {
    if (appointments.findMovedTo(cancelled.appointment()).isEmpty()
        && !appointments.wasHandedOver(cancelled.appointment())) {
      var appointment = appointments.find(cancelled.appointment()).orElseThrow();
      tellBoth(
          appointment,
          (person, zone) ->
              mail(
                  person,
                  appointment,
                  Notice.APPOINTMENT_CANCELLED,
                  time(appointment.start(), zone)));
    }
  }

  void remind(Appointment appointment) {
    tellBoth(
        appointment,
        (person, zone) ->
            notifications.remind(
                person.id(),
                person.email(),
                Reminder.APPOINTMENT,
                Notice.APPOINTMENT_COMING,
                whileItComes(
                    appointment, arguments(person, appointment, time(appointment.start(), zone)))));
  }

  /// Once the hour has begun, nobody needs to be told that it comes.
  private Object[] whileItComes(Appointment appointment, Object... arguments) {
    var link = (Link) arguments[arguments.length - 1];
    arguments[arguments.length - 1] =
        new Link(link.path(), Duration.between(clock.instant(), appointment.start()));
    return arguments;
  }

  private void sayBooked(Person person, ZoneId zone, Appointment appointment) {
    mail(person, appointment, Notice.APPOINTMENT_BOOKED, time(appointment.start(), zone));
  }

  private void tellBoth(Appointment appointment, BiConsumer<Person, ZoneId> tell) {
    people
        .find(appointment.client().person())
        .ifPresent(client -> tell.accept(client, client.zone()));
    tellTherapist(appointment, tell);
  }

  private void tellTherapist(Appointment appointment, BiConsumer<Person, ZoneId> tell) {
    people
        .find(appointment.therapist().person())
        .ifPresent(
            therapist ->
                tell.accept(
                    therapist,
                    availabilities
                        .find(appointment.therapist())
                        .map(Availability::zone)
                        .orElse(therapist.zone())));
  }

  private void mail(Person person, Appointment appointment, Notice notice, Object... times) {
    notifications.mail(person.email(), notice, arguments(person, appointment, times));
  }

  private static Object[] arguments(Person person, Appointment appointment, Object... times) {
    var isTherapist = person.id().equals(appointment.therapist().person());
    var arguments = new Object[times.length + 2];
    arguments[0] = person.name();
    System.arraycopy(times, 0, arguments, 1, times.length);
    arguments[times.length + 1] = new Link(isTherapist ? "/calendar" : "/appointments");
    return arguments;
  }

  private String time(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(words.say("time.full"), words.locale())
            .format(instant.atZone(zone))
        + " ("
        + zone.getId().replace('_', ' ')
        + ")";
  }
}
