package org.saltwater.intake;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/// A part of a day of the week, on the client's clock.
public record DayPart(DayOfWeek day, Part part) {
  public boolean holds(LocalDateTime time) {
    return time.getDayOfWeek() == day && part.holds(time.toLocalTime());
  }
}
