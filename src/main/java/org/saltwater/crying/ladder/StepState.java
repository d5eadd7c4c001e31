package org.saltwater.crying.ladder;

/// Whether a step is on the ladder.
public enum StepState {
  /// By the therapist; the client has not said yet whether it is theirs.
  PROPOSED,
  TAKEN,
  /// Not wanted, or not any more. What was noted with it stays.
  LAID_ASIDE;

  public boolean canBecome(StepState next) {
    return switch (this) {
      case PROPOSED -> next == TAKEN || next == LAID_ASIDE;
      case TAKEN -> next == LAID_ASIDE;
      case LAID_ASIDE -> next == TAKEN;
    };
  }
}
