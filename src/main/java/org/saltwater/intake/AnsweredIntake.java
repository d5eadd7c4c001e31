package org.saltwater.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.ClientId;
import org.saltwater.measures.Score;

/// A questionnaire as whoever may read it sees it: only what counts, in words, with the scores of
/// the instruments in it.
///
/// @param version of the questionnaire that was answered
public record AnsweredIntake(
    ClientId client,
    String version,
    Instant changedAt,
    Optional<Instant> completedAt,
    List<AnsweredPart> parts,
    List<Score> scores) {
  public AnsweredIntake {
    parts = List.copyOf(parts);
    scores = List.copyOf(scores);
  }

  @Override
  public String toString() {
    return "AnsweredIntake[" + client + ", redacted]";
  }
}
