package org.saltwater.crying.ladder;

/// How far one time of a step has come. Stopping early is an end like any other.
public enum RepetitionState {
  PLANNED,
  UNDER_WAY,
  ENDED,
  /// Ended, and something was noted afterwards.
  NOTED,
  GIVEN_UP;

  public boolean canBecome(RepetitionState next) {
    return switch (this) {
      case PLANNED -> next == UNDER_WAY || next == GIVEN_UP;
      case UNDER_WAY -> next == ENDED;
      case ENDED -> next == NOTED;
      case NOTED, GIVEN_UP -> false;
    };
  }
}
