package org.saltwater.telephony.bridge.sip;

/// How far a call has come between us and the trunk (RFC 3261 §13, §15).
enum SipState {
  CALLING,
  PROCEEDING,
  /// We hung up before an answer; the trunk has not confirmed it yet.
  GIVING_UP,
  TALKING,
  OVER;

  boolean canBecome(SipState next) {
    return switch (this) {
      case CALLING -> next != CALLING;
      case PROCEEDING -> next == GIVING_UP || next == TALKING || next == OVER;
      case GIVING_UP, TALKING -> next == OVER;
      case OVER -> false;
    };
  }
}
