package org.saltwater.scheduling;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/// Appointments as an iCalendar file (RFC 5545). Other programs, shared screens and companies read
/// such files, so it holds times and one plain word, never a name or how people meet.
public final class CalendarFile {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarFile() {}

  /// @param summary the word for each appointment
  public static String write(List<Appointment> appointments, String summary, Instant now) {
    return write(appointments, summary, List.of(), "", now);
  }

  /// @param summary the word for each appointment
  /// @param ownSummary the word for each of the person's own times
  static String write(
      List<Appointment> appointments,
      String summary,
      List<OwnTime> own,
      String ownSummary,
      Instant now) {
    var file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Saltwater//Appointments//EN");
    line(file, "METHOD:PUBLISH");
    appointments.forEach(it -> event(file, it.id().value(), it.start(), it.end(), summary, now));
    own.forEach(it -> event(file, it.id(), it.start(), it.end(), ownSummary, now));
    line(file, "END:VCALENDAR");
    return file.toString();
  }

  private static void event(
      StringBuilder file, UUID id, Instant start, Instant end, String summary, Instant now) {
    line(file, "BEGIN:VEVENT");
    line(file, "UID:" + id + "@saltwater");
    line(file, "DTSTAMP:" + UTC.format(now));
    line(file, "DTSTART:" + UTC.format(start));
    line(file, "DTEND:" + UTC.format(end));
    line(file, "SUMMARY:" + escaped(summary));
    line(file, "CLASS:PRIVATE");
    line(file, "END:VEVENT");
  }

  /// RFC 5545 §3.3.11.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", " ");
  }

  /// RFC 5545 §3.1 asks for CRLF; every line here is short enough not to be folded.
  private static void line(StringBuilder file, String text) {
    file.append(text).append("\r\n");
  }
}
