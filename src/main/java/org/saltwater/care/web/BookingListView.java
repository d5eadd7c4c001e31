package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.OwnTime;

/// A client's appointments.
///
/// @param coming under way or still to come, the next first
/// @param past the last one first
/// @param own times the client has set aside for themselves, the next first
/// @param current whom they see now
/// @param done what has just been done: `cancelled` or empty
public record BookingListView(
    List<BookingWhen> coming,
    List<BookingWhen> past,
    List<OwnTime> own,
    Optional<TherapistId> current,
    String done,
    Instant now) {

  public boolean isRoomOpen(BookingWhen when) {
    return when.appointment().isRoomOpenAt(now);
  }

  /// Then going in is what there is to do on the page.
  public boolean isAnyRoomOpen() {
    return coming.stream().anyMatch(this::isRoomOpen);
  }

  /// Then there is nothing to change any more.
  public boolean hasBegun(BookingWhen when) {
    return !when.appointment().start().isAfter(now);
  }

  /// Where to choose a further time; matches for someone without a therapist.
  public String morePath() {
    return current.map(it -> "/book/" + it).orElse("/matches");
  }
}
