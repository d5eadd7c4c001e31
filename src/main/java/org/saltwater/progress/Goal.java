package org.saltwater.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something a client wants to reach, in their own words.
///
/// @param ratings the oldest first
public record Goal(
    UUID id, String words, Instant madeAt, Optional<Instant> closedAt, List<Rating> ratings) {
  public Goal {
    ratings = List.copyOf(ratings);
  }

  /// How near it is: 0, not at all, to 10, reached.
  public record Rating(Instant at, int value) {
    @Override
    public String toString() {
      return "Rating[redacted]";
    }
  }

  public boolean isOpen() {
    return closedAt.isEmpty();
  }

  public Optional<Rating> newest() {
    return ratings.isEmpty() ? Optional.empty() : Optional.of(ratings.getLast());
  }

  @Override
  public String toString() {
    return "Goal[" + id + "]";
  }
}
