package org.saltwater.sessions;

import java.util.Locale;

/// Where a therapy hour stands.
public enum SessionState {
  SCHEDULED,
  /// The client is in the waiting room.
  WAITING,
  IN_SESSION,
  ENDED,
  /// The therapist was there, the client did not come.
  MISSED_BY_CLIENT,
  /// The therapist had waited and gone when the client came, late.
  MISSED_EACH_OTHER,
  /// The client waited, and was not let in.
  MISSED_BY_THERAPIST,
  MISSED_BY_BOTH,
  /// The appointment was given up before the hour.
  CANCELLED;

  public boolean canBecome(SessionState next) {
    return switch (this) {
      case SCHEDULED ->
          next == WAITING
              || next == MISSED_BY_CLIENT
              || next == MISSED_BY_BOTH
              || next == CANCELLED;
      case WAITING ->
          next == IN_SESSION
              || next == MISSED_BY_THERAPIST
              || next == MISSED_EACH_OTHER
              || next == CANCELLED;
      case IN_SESSION -> next == ENDED;
      case ENDED,
          MISSED_BY_CLIENT,
          MISSED_EACH_OTHER,
          MISSED_BY_THERAPIST,
          MISSED_BY_BOTH,
          CANCELLED ->
          false;
    };
  }

  public boolean isOver() {
    return this != SCHEDULED && this != WAITING && this != IN_SESSION;
  }

  /// The word for it in codes, addresses and bundles.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
