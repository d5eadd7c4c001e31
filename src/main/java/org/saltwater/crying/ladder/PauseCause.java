package org.saltwater.crying.ladder;

/// Why practice rests. The one further down outweighs the one above it.
public enum PauseCause {
  /// Twice the mood was lower 90 minutes after tears than before: [PauseRule].
  MOOD,
  /// An answer asked for a human to get in touch.
  RISK;

  /// Whether this way is open: after a risk answer only once the client has talked with someone.
  public boolean canEndBy(Resumption how) {
    return switch (this) {
      case MOOD -> true;
      case RISK -> how == Resumption.TALKED;
    };
  }
}
