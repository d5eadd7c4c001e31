package org.saltwater.sessions;

import org.saltwater.kernel.ProblemType;

/// Why a step in a therapy hour is not possible.
public enum SessionProblem implements ProblemType {
  /// The room has not opened yet, or has closed.
  ROOM_CLOSED("room-closed", 409),
  /// The hour has moved on meanwhile.
  SESSION_MOVED_ON("session-moved-on", 409),
  /// This practice does not hold hours that way.
  CHANNEL_NOT_HELD("channel-not-held", 409);

  private final String slug;
  private final int status;

  SessionProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
