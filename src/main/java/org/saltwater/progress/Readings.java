package org.saltwater.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.intake.IntakeReadings;
import org.saltwater.intake.ScoredIntake;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// What was measured over time, the questionnaire at the beginning included: its scores are the
/// baseline.
@Component
public class Readings {
  private final FillingRows fillings;
  private final IntakeReadings intakes;
  private final Instruments instruments;
  private final Clock clock;

  Readings(FillingRows fillings, IntakeReadings intakes, Instruments instruments, Clock clock) {
    this.fillings = fillings;
    this.intakes = intakes;
    this.instruments = instruments;
    this.clock = clock;
  }

  /// Every total within reach, the oldest first. What was left before its end counts once it cannot
  /// be gone on with, if enough was answered for a total.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not reach scores
  public List<Reading> list(Evidence evidence) {
    var now = clock.instant();
    var later = fillings.list(evidence).stream().flatMap(it -> read(it, now).stream());
    return Stream.concat(first(evidence), later).sorted(Comparator.comparing(Reading::at)).toList();
  }

  /// The newest of each instrument.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not reach scores
  public List<Reading> listNewest(Evidence evidence) {
    return list(evidence).reversed().stream()
        .collect(
            Collectors.toMap(
                Reading::instrument, it -> it, (newer, older) -> newer, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  Stream<Reading> first(Evidence evidence) {
    return intakes.findScored(evidence).stream()
        .flatMap((ScoredIntake it) -> it.scores().stream().map(s -> new Reading(it.at(), s, true)));
  }

  /// Empty while it is open, where too much was left out, and for an instrument that the practice
  /// has taken away or changed since.
  Optional<Reading> read(Filling filling, Instant now) {
    if (!filling.isDone() && filling.isOpenAt(now)) {
      return Optional.empty();
    }
    return instruments
        .find(filling.instrument())
        .filter(instrument -> instrument.version().equals(filling.content().version()))
        .map(instrument -> instrument.score(filling.answers()))
        .filter(Score.Total.class::isInstance)
        .map(total -> new Reading(filling.begunAt(), (Score.Total) total, false));
  }
}
