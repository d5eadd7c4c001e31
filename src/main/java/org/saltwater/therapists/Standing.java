package org.saltwater.therapists;

/// Whether a therapist takes new clients. Nobody comes back from [#LEFT]: who returns to the
/// practice is invited anew, so that no old consent edge comes alive again.
public enum Standing {
  ACTIVE,
  PAUSED,
  LEFT;

  public boolean canBecome(Standing next) {
    return this != LEFT || next == LEFT;
  }
}
