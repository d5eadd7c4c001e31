package org.saltwater.intake;

import java.time.LocalTime;

/// A part of the day on the client's clock.
public enum Part {
  MORNING(LocalTime.of(6, 0), LocalTime.NOON),
  AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
  EVENING(LocalTime.of(17, 0), LocalTime.of(22, 0));

  private final LocalTime from;
  private final LocalTime to;

  Part(LocalTime from, LocalTime to) {
    this.from = from;
    this.to = to;
  }

  /// The first moment in it.
  public LocalTime from() {
    return from;
  }

  /// The first moment after it.
  public LocalTime to() {
    return to;
  }

  public boolean holds(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
