package org.saltwater.vault;

import java.util.UUID;
import org.saltwater.kernel.ClientId;

/// Which key seals a text.
public sealed interface KeyScope {
  ClientId owner();

  /// Whether nobody but the client opens what it seals, whatever edge they hold.
  default boolean isForOwnEyes() {
    return false;
  }

  /// The client's own key, for all that is written about or by one client.
  record OfClient(ClientId owner) implements KeyScope {}

  /// A key of one conversation, wrapped by the client's.
  record OfConversation(ClientId owner, UUID conversation) implements KeyScope {}

  /// A key for what a client writes for themselves, wrapped by their own. The vault opens it
  // against
  /// no evidence but the client's own.
  record OfJournal(ClientId owner) implements KeyScope {
    @Override
    public boolean isForOwnEyes() {
      return true;
    }
  }
}
