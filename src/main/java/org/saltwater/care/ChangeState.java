package org.saltwater.care;

/// How far a change of therapist has come.
public enum ChangeState {
  BEGUN,
  DONE,
  GIVEN_UP;

  public boolean canBecome(ChangeState next) {
    return this == BEGUN && next != BEGUN;
  }
}
