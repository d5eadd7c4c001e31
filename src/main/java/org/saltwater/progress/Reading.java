package org.saltwater.progress;

import java.time.Instant;
import org.saltwater.measures.Score;

/// One total at one moment.
///
/// @param at when the answers were given
/// @param first whether it comes from the questionnaire at the beginning
public record Reading(Instant at, Score.Total total, boolean first) {
  public String instrument() {
    return total.instrument();
  }

  public int value() {
    return total.value();
  }

  @Override
  public String toString() {
    return "Reading[redacted]";
  }
}
