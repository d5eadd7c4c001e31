package org.saltwater.scheduling.web;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.saltwater.scheduling.Hours;

/// One day's hours as people type them: `9-12, 13:30 to 17`, `9am-1pm`, `20:00–24:00`.
final class HoursText {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<from>%1$s)\\s*(?:-|–|—|to|until)\\s*(?<to>%1$s)"
              .formatted("\\d{1,2}(?:[:.h]\\d{2})?\\s*(?:am|pm)?"),
          Pattern.CASE_INSENSITIVE);

  private HoursText() {}

  /// @throws IllegalArgumentException if it can't be read, or hours end before they begin
  static List<Hours> read(String text) {
    var found = new ArrayList<Hours>();
    for (var part : text.split(",|;|\\band\\b|\\n", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        throw new IllegalArgumentException("not a range of hours");
      }
      found.add(new Hours(time(range.group("from")), time(range.group("to"))));
    }
    return found;
  }

  static String write(List<Hours> hours) {
    return hours.stream().map(HoursText::write).collect(joining(", "));
  }

  static String write(Hours hours) {
    return hours.toString().replace('-', '–');
  }

  private static LocalTime time(String text) {
    var matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a time");
    }
    var hour = Integer.parseInt(matcher.group(1));
    var minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    if (matcher.group(3) != null) {
      if (hour < 1 || hour > 12) {
        throw new IllegalArgumentException("not a time");
      }
      hour = hour % 12 + (matcher.group(3).toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }
    if (hour == 24 && minute == 0) {
      return LocalTime.MIDNIGHT;
    }
    try {
      return LocalTime.of(hour, minute);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }
}
