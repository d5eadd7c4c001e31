package org.saltwater.scheduling;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/// Hours that return every week, written `Mon 09:00-12:00`.
public record WeeklyHours(DayOfWeek day, Hours hours) {
  /// @param text such as `Mon 09:00-12:00`
  /// @throws IllegalArgumentException if it has another form
  public static WeeklyHours of(String text) {
    for (var day : DayOfWeek.values()) {
      if (text.startsWith(shortName(day) + " ")) {
        return new WeeklyHours(day, Hours.of(text.substring(4)));
      }
    }
    throw new IllegalArgumentException("weekly hours look like Mon 09:00-12:00");
  }

  @Override
  public String toString() {
    return shortName(day) + " " + hours;
  }

  private static String shortName(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
