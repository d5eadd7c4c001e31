package org.saltwater.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One entry in a client's journal.
///
/// @param position the later written, the higher
/// @param coming whether it is taken along to the next hour
/// @param takenTo when the last hour that it was taken along to ended
public record Entry(
    UUID id,
    long position,
    Instant writtenAt,
    Instant changedAt,
    EntryText text,
    boolean coming,
    Optional<Instant> takenTo) {
  @Override
  public String toString() {
    return "Entry[" + id + "]";
  }
}
