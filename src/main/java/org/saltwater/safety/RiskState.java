package org.saltwater.safety;

/// How far a human has come with a flag.
public enum RiskState {
  RAISED,
  SEEN,
  /// Someone reached the person, or tried every way there is.
  CONTACTED,
  CLOSED;

  public boolean canBecome(RiskState next) {
    return switch (this) {
      case RAISED -> next == SEEN;
      case SEEN -> next == CONTACTED;
      case CONTACTED -> next == CLOSED;
      case CLOSED -> false;
    };
  }
}
