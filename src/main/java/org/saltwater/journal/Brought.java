package org.saltwater.journal;

import java.time.Instant;
import java.util.UUID;

/// An entry that a client takes along to the next hour.
///
/// @param entry the id of the entry that it is a copy of
public record Brought(UUID entry, Instant writtenAt, Instant broughtAt, EntryText text) {
  @Override
  public String toString() {
    return "Brought[redacted]";
  }
}
