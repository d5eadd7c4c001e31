package org.saltwater.scheduling;

import java.time.Instant;

/// A stretch of real time, from its start up to but not including its end.
record Span(Instant start, Instant end) {
  boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
