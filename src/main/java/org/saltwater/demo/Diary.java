package org.saltwater.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saltwater.kernel.TherapistId;

/// Who meets whom at which time of the week. Each time of a therapist's week is given away once, so
/// no two of their hours ever overlap.
final class Diary {
  private static final Duration WEEK = Duration.ofDays(7);
  private final Map<TherapistId, Set<Weekly>> given = new HashMap<>();

  /// The same time each week, on the therapist's clock.
  record Weekly(Roster.Entry therapist, DayOfWeek day, LocalTime time) {
    /// The first of these hours at or after a moment. An hour that falls into the gap when clocks
    /// go forward is left out.
    Instant from(Instant moment) {
      var zone = therapist.profile().zone();
      var date = moment.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(day));
      while (true) {
        var start = date.atTime(time).atZone(zone).toInstant();
        if (!start.isBefore(moment) && therapist.hours().offers(start)) {
          return start;
        }
        date = date.plusDays(7);
      }
    }

    Instant after(Instant hour) {
      return from(hour.plus(Duration.ofDays(1)));
    }
  }

  /// Gives away the therapist's next time of the week that is still free; empty if none is.
  Optional<Weekly> claim(Roster.Entry therapist, Instant notBefore) {
    var theirs = given.computeIfAbsent(therapist.profile().id(), id -> new HashSet<>());
    return therapist.hours().startsBetween(notBefore, notBefore.plus(WEEK)).stream()
        .map(start -> start.atZone(therapist.profile().zone()))
        .map(start -> new Weekly(therapist, start.getDayOfWeek(), start.toLocalTime()))
        .filter(theirs::add)
        .findFirst();
  }
}
