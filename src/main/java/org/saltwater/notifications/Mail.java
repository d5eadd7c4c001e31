package org.saltwater.notifications;

import java.time.Instant;
import java.util.UUID;

/// One mail in the outbox.
///
/// @param attempts how often its delivery was begun
record Mail(UUID id, String to, String subject, String body, Instant queuedAt, int attempts) {
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
