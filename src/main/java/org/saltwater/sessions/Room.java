package org.saltwater.sessions;

import java.util.Optional;
import org.saltwater.messaging.ConversationLog;

/// What one of the two finds when they open the door.
///
/// @param whereabouts for the therapist: where the client is, once they wait; for the client: what
// they
///     said last time
/// @param isApart whether the therapist may read nothing of this client any more: then nothing of
///     them is here, not even the name
/// @param log the conversation, once the hour has begun
public record Room(
    TherapySession session,
    boolean isTherapist,
    boolean isOpen,
    boolean isApart,
    String otherName,
    Optional<Whereabouts> whereabouts,
    Optional<ConversationLog> log) {

  @Override
  public String toString() {
    return "Room[" + session.id() + "]";
  }
}
