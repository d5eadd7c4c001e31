package org.saltwater.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.saltwater.measures.Instruments;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// What was measured, instrument by instrument.
@Component
public class Trends {
  private final Readings readings;
  private final Instruments instruments;

  Trends(Readings readings, Instruments instruments) {
    this.readings = readings;
    this.instruments = instruments;
  }

  /// In the order in which each was first answered.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not reach scores
  public List<Trend> list(Evidence evidence) {
    return readings.list(evidence).stream()
        .collect(
            Collectors.groupingBy(Reading::instrument, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(it -> Trend.of(instruments.get(it.getKey()), it.getValue()))
        .toList();
  }
}
