package org.saltwater.scheduling;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// A change of the weekly hours on certain dates, in the therapist's zone.
public sealed interface DatedChange {
  /// The last date on which it changes anything.
  LocalDate last();

  /// Not there from the first date to the last, both included, for the whole day or part of it.
  /// Wins over everything else.
  record Away(LocalDate first, LocalDate last, Hours hours) implements DatedChange {
    public Away {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("away ends before it begins");
      }
    }

    @Override
    public String toString() {
      return "away "
          + first
          + (last.equals(first) ? "" : ".." + last)
          + (hours.isWholeDay() ? "" : " " + hours);
    }
  }

  /// There on a date beside the weekly hours.
  record Extra(LocalDate date, Hours hours) implements DatedChange {
    @Override
    public LocalDate last() {
      return date;
    }

    @Override
    public String toString() {
      return "extra " + date + " " + hours;
    }
  }

  /// @param text `away 2026-12-24`, `away 2026-12-24..2027-01-02`, `away 2026-12-24 09:00-12:00` or
  ///     `extra 2026-12-24 18:00-20:00`
  /// @throws IllegalArgumentException if it has another form, or is not of these centuries
  static DatedChange of(String text) {
    var words = text.split(" ", -1);
    try {
      if (words[0].equals("extra") && words.length == 3) {
        return new Extra(date(words[1]), Hours.of(words[2]));
      }
      if (words[0].equals("away") && (words.length == 2 || words.length == 3)) {
        var dates = words[1].split("\\.\\.", 2);
        return new Away(
            date(dates[0]),
            date(dates[dates.length - 1]),
            words.length == 2 ? Hours.WHOLE_DAY : Hours.of(words[2]));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a date looks like 2026-12-24", e);
    }
    throw new IllegalArgumentException("a change looks like away 2026-12-24");
  }

  private static LocalDate date(String text) {
    var date = LocalDate.parse(text);
    if (date.getYear() < 1900 || date.getYear() > 2999) {
      throw new IllegalArgumentException("a date looks like 2026-12-24");
    }
    return date;
  }
}
