package org.saltwater.messaging.web;

import java.time.Instant;
import java.util.List;
import org.saltwater.messaging.ConversationId;

/// Conversations of a client with therapists before, which the client let travel.
public record HandedOverView(List<Line> lines) {

  /// @param with the therapist's name
  public record Line(ConversationId id, String with, Instant since) {}
}
