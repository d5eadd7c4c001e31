package org.saltwater.messaging.sockets;

import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.ConversationId;

/// A device that holds a socket open. It may, as long as its sign-in lasts and the conversation it
/// belongs to is open, which is as long as the consent edge.
public interface Guest {
  PersonId person();

  /// The sign-in that opened the socket, which ends with it; empty for someone without an account,
  /// whom the socket's own door knows.
  Optional<UUID> signIn();

  ConversationId conversation();

  /// Whether something around the conversation has changed since this was last asked.
  boolean seesNew(long revision);

  /// Something around the conversation changed: the hour began, moved on or ended.
  void changed();

  /// Its time is over, and it is not to try again.
  void end();
}
