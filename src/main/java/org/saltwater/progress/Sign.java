package org.saltwater.progress;

import java.time.Instant;
import java.util.Locale;
import org.saltwater.measures.Instrument;

/// Something in the numbers that is worth reviewing together. It says nothing about whose doing it
/// is, and early ones miss people who respond late.
///
/// @param first the total at the start
/// @param total the one it was seen in
/// @param closed how many closed courses of this practice it rests on; 0 where it rests on none
public record Sign(Kind kind, Instrument instrument, int first, int total, Instant at, int closed) {
  /// Which rule it was.
  public enum Kind {
    /// Reliably higher than at the start: Jacobson and Truax 1991.
    DETERIORATED,
    /// A PHQ-9 that fell by one point or less by week four to six.
    LITTLE_CHANGE,
    /// Above nine of ten of this practice's own closed courses that began alike.
    HIGHER_THAN_HERE;

    /// The word for it in bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return "Sign[redacted]";
  }
}
