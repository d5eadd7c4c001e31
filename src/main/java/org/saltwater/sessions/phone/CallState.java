package org.saltwater.sessions.phone;

/// How far a call with the client's telephone has come.
public enum CallState {
  /// The therapist talks on a telephone of their own, which is called first.
  CALLING_THERAPIST,
  CALLING,
  RINGING,
  CONNECTED,
  ENDED;

  /// An answer may come without a ringing before it, and an end at any time.
  boolean canBecome(CallState next) {
    return this != ENDED && next.ordinal() > ordinal();
  }
}
