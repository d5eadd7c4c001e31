package org.saltwater.crying.ladder;

/// Where a client's ladder stands.
public enum LadderState {
  /// A therapist has proposed steps; the client has not begun.
  OFFERED,
  UNDER_WAY,
  /// No step is taken until the client, and sometimes a talk, opens it again.
  PAUSED;

  public boolean canBecome(LadderState next) {
    return switch (this) {
      case OFFERED, PAUSED -> next == UNDER_WAY;
      case UNDER_WAY -> next == PAUSED;
    };
  }
}
