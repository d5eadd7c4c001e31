package org.saltwater.scheduling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/// A part of one day as the clock on the wall shows it. A `to` of midnight is the end of the day
/// and is written `24:00`; hours past midnight belong to the next day's line.
public record Hours(LocalTime from, LocalTime to) {
  public static final Hours WHOLE_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /// @throws IllegalArgumentException if the end is not after the start, or a time is finer than
  ///     minutes
  public Hours {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("hours end before they begin");
    }
    if (from.getSecond() + from.getNano() + to.getSecond() + to.getNano() > 0) {
      throw new IllegalArgumentException("hours are whole minutes");
    }
  }

  /// @param text such as `09:00-12:00`
  /// @throws IllegalArgumentException if it has another form
  public static Hours of(String text) {
    var parts = text.split("-", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("hours look like 09:00-12:00");
    }
    try {
      return new Hours(
          LocalTime.parse(parts[0]),
          parts[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(parts[1]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("hours look like 09:00-12:00", e);
    }
  }

  WallSpan on(LocalDate date) {
    var end = to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
    return new WallSpan(LocalDateTime.of(date, from), LocalDateTime.of(end, to));
  }

  public boolean isWholeDay() {
    return equals(WHOLE_DAY);
  }

  @Override
  public String toString() {
    return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString());
  }
}
