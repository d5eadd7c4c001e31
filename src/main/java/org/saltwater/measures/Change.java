package org.saltwater.measures;

import java.util.Locale;
import java.util.Optional;

/// What became of a total, against the first one. Lower totals are better in every instrument that
/// states a reliable change here.
public enum Change {
  /// Reliably lower, and from at or above the cut to below it.
  RECOVERED,
  /// Reliably lower.
  IMPROVED,
  /// Not more than the instrument's own noise.
  UNCHANGED,
  /// Reliably higher.
  DETERIORATED;

  /// Pure. The classes are those of Jacobson and Truax 1991.
  ///
  /// @param first the baseline's total
  /// @return empty for an instrument without a published reliable change
  public static Optional<Change> of(Instrument instrument, int first, int latest) {
    if (instrument.reliableChange().isEmpty()) {
      return Optional.empty();
    }
    var reliable = instrument.reliableChange().getAsInt();
    if (latest - first >= reliable) {
      return Optional.of(DETERIORATED);
    }
    if (first - latest < reliable) {
      return Optional.of(UNCHANGED);
    }
    var below = instrument.recoveredBelow();
    return Optional.of(
        below.isPresent() && first >= below.getAsInt() && latest < below.getAsInt()
            ? RECOVERED
            : IMPROVED);
  }

  /// The word for it in bundles.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
