package org.saltwater.care;

/// How far an edge has come. Only an open one lets anyone read.
public enum EdgeState {
  /// Waits for the client's yes.
  ASKED,
  OPEN,
  CLOSED,
  DECLINED;

  public boolean canBecome(EdgeState next) {
    return switch (this) {
      case ASKED -> next == OPEN || next == DECLINED;
      case OPEN -> next == CLOSED;
      case CLOSED, DECLINED -> false;
    };
  }
}
