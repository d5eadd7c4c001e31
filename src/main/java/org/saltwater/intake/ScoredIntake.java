package org.saltwater.intake;

import java.time.Instant;
import java.util.List;
import org.saltwater.measures.Score;

/// What the questionnaire measured, and when.
public record ScoredIntake(Instant at, List<Score.Total> scores) {
  public ScoredIntake {
    scores = List.copyOf(scores);
  }

  @Override
  public String toString() {
    return "ScoredIntake[redacted]";
  }
}
