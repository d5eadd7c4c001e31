package org.saltwater.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saltwater.care.Episode;
import org.saltwater.kernel.TherapistId;
import org.saltwater.sessions.TherapySession;

/// What was brought to which hour. Pure.
///
/// @param held the client's hours that took place, in order
/// @param with the client's therapist now
record HoursOfTwo(List<TherapySession> held, Optional<TherapistId> with) {
  HoursOfTwo {
    held = List.copyOf(held);
  }

  static HoursOfTwo of(List<TherapySession> held, Optional<Episode> episode) {
    return new HoursOfTwo(held, episode.map(Episode::therapist));
  }

  /// When the hour ended that a copy was brought to: the first one with that therapist that ended
  /// after it was brought.
  Optional<Instant> takenTo(BroughtRows.Row row) {
    return held.stream()
        .filter(it -> it.therapist().equals(row.therapist()))
        .map(TherapySession::over)
        .filter(over -> over.isAfter(row.at()))
        .findFirst();
  }

  /// Whether it comes along to the next hour: its therapist is still theirs, and no hour has ended
  /// since. Whoever changes therapist brings anew what the next one shall read.
  boolean isComing(BroughtRows.Row row) {
    return with.filter(row.therapist()::equals).isPresent() && takenTo(row).isEmpty();
  }
}
