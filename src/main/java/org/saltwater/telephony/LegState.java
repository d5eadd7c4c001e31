package org.saltwater.telephony;

/// How far a call has come.
public enum LegState {
  DIALLING,
  RINGING,
  ANSWERED,
  ENDED;

  /// An answer may come without a ringing before it, and an end at any time.
  public boolean canBecome(LegState next) {
    return this != ENDED && next.ordinal() > ordinal();
  }
}
