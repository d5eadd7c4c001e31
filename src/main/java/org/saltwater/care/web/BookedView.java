package org.saltwater.care.web;

import java.time.Instant;

/// One appointment as its client sees it.
///
/// @param news what has just been done: `booked`, `moved` or empty
public record BookedView(BookingWhen when, String news, Instant now) {

  public boolean isRoomOpen() {
    return when.appointment().isRoomOpenAt(now);
  }

  /// Then it can't be changed any more.
  public boolean hasBegun() {
    return !when.appointment().start().isAfter(now);
  }

  public boolean isOver() {
    return when.appointment().isOverAt(now);
  }
}
