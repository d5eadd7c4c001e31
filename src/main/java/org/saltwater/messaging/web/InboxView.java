package org.saltwater.messaging.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.messaging.ConversationId;

/// The list of a person's conversations.
public record InboxView(List<Line> open, List<Line> closed) {
  public boolean isEmpty() {
    return open.isEmpty() && closed.isEmpty();
  }

  /// @param lastAt null when nothing has been written
  public record Line(ConversationId id, String name, long unread, @Nullable Instant lastAt) {}
}
