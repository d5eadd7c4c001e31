package org.saltwater.progress;

import java.util.List;
import java.util.Optional;
import org.saltwater.measures.Change;
import org.saltwater.measures.Instrument;

/// One instrument over time.
///
/// @param readings the oldest first; at least one
/// @param change the newest against the first; empty with one reading, or for an instrument without
///     a published reliable change
public record Trend(Instrument instrument, List<Reading> readings, Optional<Change> change) {
  public Trend {
    readings = List.copyOf(readings);
  }

  /// Pure.
  ///
  /// @param readings of this instrument, the oldest first; at least one
  static Trend of(Instrument instrument, List<Reading> readings) {
    return new Trend(
        instrument,
        readings,
        readings.size() < 2
            ? Optional.empty()
            : Change.of(instrument, readings.getFirst().value(), readings.getLast().value()));
  }

  public Reading first() {
    return readings.getFirst();
  }

  public Reading newest() {
    return readings.getLast();
  }

  @Override
  public String toString() {
    return "Trend[" + instrument.id() + ", redacted]";
  }
}
