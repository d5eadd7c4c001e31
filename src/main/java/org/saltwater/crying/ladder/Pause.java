package org.saltwater.crying.ladder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;

/// A time in which no step is taken.
public record Pause(
    UUID id, ClientId client, PauseCause cause, Instant pausedAt, Optional<Instant> endedAt) {
  @Override
  public String toString() {
    return "Pause[" + id + "]";
  }
}
