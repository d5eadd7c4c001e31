package org.saltwater.care;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.scheduling.Appointment;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The mails that care sends: names, times and links, nothing else.
@Component
class CareNotices {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm (VV)", Locale.ENGLISH);

  private final People people;
  private final Notifications notifications;
  private final CareSettings settings;
  private final Words words;

  CareNotices(
      People people, Notifications notifications, CareSettings settings, MessageSource bundles) {
    this.settings = settings;
    this.words = new Words(bundles, Locale.ENGLISH);
    this.people = people;
    this.notifications = notifications;
  }

  /// One mail about all that follows from it: that something has changed, and what becomes of each
  /// hour. Who left and who is there now stands behind the link.
  void therapistLeft(ClientId client, List<TherapistLeaving.Hour> hours) {
    people
        .find(client.person())
        .ifPresent(
            person ->
                notifications.mail(
                    person.email(),
                    Notice.THERAPIST_LEFT,
                    person.name(),
                    hours.stream()
                        .map(hour -> line(hour, person.zone()))
                        .collect(Collectors.joining()),
                    new Link("/change-therapist")));
  }

  private String line(TherapistLeaving.Hour hour, ZoneId zone) {
    return words.say(
            hour.stays() ? "notice.therapist-left.stays" : "notice.therapist-left.given-up",
            when(hour.before(), zone))
        + "\n\n";
  }

  /// To the therapist before: that someone went on with somebody else, and, if a summary is wanted,
  /// where to write it. Not who, because a mail is read on lock screens.
  void summaryWelcome(TherapistId from) {
    people
        .find(from.person())
        .ifPresent(
            person ->
                notifications.mail(
                    person.email(),
                    Notice.SUMMARY_WELCOME,
                    person.name(),
                    settings.summaryWithin().toDays(),
                    new Link("/handovers")));
  }

  /// To the client: that there is a new line in their record.
  void recordOpened(ClientId client) {
    people
        .find(client.person())
        .ifPresent(
            person ->
                notifications.mail(
                    person.email(), Notice.RECORD_OPENED, person.name(), new Link("/record")));
  }

  private static String when(Appointment appointment, ZoneId zone) {
    return WHEN.format(appointment.start().atZone(zone));
  }
}
