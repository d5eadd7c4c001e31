package org.saltwater.home;

import java.time.Instant;
import java.util.UUID;

/// An hour that a supervisor was asked to come along to.
///
/// @param with the therapist who asked; empty after a no
/// @param asks whether they have yet to say yes or no
public record HourAlong(UUID companion, String with, Instant start, boolean asks) {
  @Override
  public String toString() {
    return "HourAlong[" + companion + "]";
  }
}
