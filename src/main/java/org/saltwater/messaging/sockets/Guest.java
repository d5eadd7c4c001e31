package org.saltwater.messaging.sockets;

import java.util.UUID;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.ConversationId;

/// A device that holds a socket open. It may, as long as its sign-in lasts and the conversation it
/// belongs to is open, which is as long as the consent edge.
public interface Guest {
  SignedIn me();

  /// The sign-in that opened the socket, which ends with it.
  UUID signIn();

  ConversationId conversation();

  /// Whether something around the conversation has changed since this was last asked.
  boolean seesNew(long revision);

  /// Something around the conversation changed: the hour began, moved on or ended.
  void changed();

  /// Its time is over, and it is not to try again.
  void end();
}
