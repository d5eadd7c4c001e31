package org.saltwater.sessions;

import java.util.Optional;
import org.saltwater.messaging.ConversationLog;

/// What one of the two finds when they open the door.
///
/// @param arrival for the therapist: where the client is, once they wait; for the client: what they
///     said last time
/// @param log the conversation, once the hour has begun
public record Room(
    TherapySession session,
    boolean isTherapist,
    boolean isOpen,
    String otherName,
    Optional<Arrival> arrival,
    Optional<ConversationLog> log) {

  @Override
  public String toString() {
    return "Room[" + session.id() + "]";
  }
}
