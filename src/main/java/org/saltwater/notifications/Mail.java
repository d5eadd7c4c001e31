package org.saltwater.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One mail in the outbox.
///
/// @param worthUntil when its link has ended; null if it has none that ends
/// @param urgent goes before all others
/// @param attempts how often its delivery was begun
record Mail(
    UUID id,
    String to,
    String subject,
    String body,
    Instant queuedAt,
    @Nullable Instant worthUntil,
    boolean urgent,
    int attempts) {
  boolean isWorthSending(Instant now) {
    return worthUntil == null || now.isBefore(worthUntil);
  }

  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
