package org.saltwater.matching;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Set;
import org.saltwater.intake.DayPart;

/// The coming days in quarters of an hour, one bit each, from a base on. Every offset from UTC is
/// a whole number of quarters, so the parts of a day begin and end with one in any zone.
final class Week {
  static final int MINUTES = 15;
  private static final int PER_DAY = 96;
  private static final int PER_WEEK = 7 * PER_DAY;

  /// 1970 began on a Thursday.
  private static final int TO_MONDAY = 3 * PER_DAY;

  private Week() {}

  /// How many 64-bit words so many days take.
  static int words(int days) {
    return (days * PER_DAY + 63) / 64;
  }

  /// The quarter in which a moment lies, counted from 1970.
  static int quarter(Instant instant) {
    return (int) Math.floorDiv(instant.getEpochSecond(), MINUTES * 60L);
  }

  /// The quarters that lie in the parts of the week a client chose; all, if none was chosen.
  static long[] mask(Set<DayPart> times, ZoneId zone, int base, int words) {
    var mask = new long[words];
    if (times.isEmpty()) {
      Arrays.fill(mask, -1L);
      return mask;
    }
    var chosen = chosen(times);
    var rules = zone.getRules();
    var at = 0;
    while (at < words * 64) {
      var instant = Instant.ofEpochSecond((long) (base + at) * MINUTES * 60);
      var shift = rules.getOffset(instant).getTotalSeconds() / (MINUTES * 60) + TO_MONDAY;
      var until = Math.min(words * 64, nextChange(rules, instant) - base);
      var inWeek = Math.floorMod(base + at + shift, PER_WEEK);
      for (; at < until; at++) {
        if (chosen[inWeek]) {
          mask[at >> 6] |= 1L << at;
        }
        inWeek = inWeek + 1 == PER_WEEK ? 0 : inWeek + 1;
      }
    }
    return mask;
  }

  private static boolean[] chosen(Set<DayPart> times) {
    var chosen = new boolean[PER_WEEK];
    for (var time : times) {
      var midnight = (time.day().getValue() - 1) * PER_DAY;
      Arrays.fill(
          chosen,
          midnight + time.part().from().toSecondOfDay() / (MINUTES * 60),
          midnight + time.part().to().toSecondOfDay() / (MINUTES * 60),
          true);
    }
    return chosen;
  }

  /// The first quarter after clocks change; never the one asked from.
  private static int nextChange(ZoneRules rules, Instant from) {
    var change = rules.nextTransition(from);
    return change == null
        ? Integer.MAX_VALUE
        : Math.max(quarter(change.getInstant()), quarter(from) + 1);
  }
}
