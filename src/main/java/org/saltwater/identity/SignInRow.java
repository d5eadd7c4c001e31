package org.saltwater.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A sign-in as it is stored; never changed, so that requests may share it.
record SignInRow(
    UUID id,
    Instant begunAt,
    Instant lastSeenAt,
    Duration idle,
    Instant endsAt,
    Attributes attributes) {

  boolean isOver(Instant now) {
    return !now.isBefore(endsAt) || !now.isBefore(lastSeenAt.plus(idle));
  }

  @Override
  public String toString() {
    return "SignInRow[" + id + "]";
  }
}
