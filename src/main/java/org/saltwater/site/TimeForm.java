package org.saltwater.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The ways a moment is written. The patterns stand in the site's bundle under `time.<name>`, so
/// that each language orders day and month its own way.
public enum TimeForm {
  /// Tuesday 24 November, 19:00
  FULL,
  /// Tuesday 24 November
  DAY,
  /// 19:00
  TIME,
  /// 24 Nov, 19:00
  SHORT,
  /// 24 November 2026
  DATE;

  String write(Words words, Instant moment, ZoneId zone) {
    var pattern = words.say("time." + name().toLowerCase(Locale.ROOT));
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(moment.atZone(zone));
  }
}
