package org.saltwater.messaging;

import java.util.UUID;

/// What a client and a therapist write to each other during one episode of care.
public record ConversationId(UUID value) {
  public static ConversationId random() {
    return new ConversationId(UUID.randomUUID());
  }

  /// @throws IllegalArgumentException if the text is not a UUID
  public static ConversationId of(String text) {
    return new ConversationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
