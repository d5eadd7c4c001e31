package org.saltwater.figures;

import java.util.Arrays;

/// One instrument's totals over time, the oldest first. Plain numbers, because there are millions.
final class Series {
  private final String instrument;
  private final int[] days;
  private final int[] values;

  /// @param days since 1970, never falling; as many as values, at least one
  Series(String instrument, int[] days, int[] values) {
    if (days.length != values.length || days.length == 0) {
      throw new IllegalArgumentException("as many days as values, and one at least");
    }
    this.instrument = instrument;
    this.days = days.clone();
    this.values = values.clone();
  }

  String instrument() {
    return instrument;
  }

  int size() {
    return days.length;
  }

  int day(int index) {
    return days[index];
  }

  int value(int index) {
    return values[index];
  }

  int first() {
    return values[0];
  }

  int last() {
    return values[values.length - 1];
  }

  int lastDay() {
    return days[days.length - 1];
  }

  /// The place of the last total on or before a day; -1 if there is none.
  int lastUpTo(int day) {
    var place = -1;
    for (var i = 0; i < days.length && days[i] <= day; i++) {
      place = i;
    }
    return place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series it
        && instrument.equals(it.instrument)
        && Arrays.equals(days, it.days)
        && Arrays.equals(values, it.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(days) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Series[redacted]";
  }
}
