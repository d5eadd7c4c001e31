package org.saltwater.vault;

import java.util.UUID;
import org.saltwater.kernel.ClientId;

/// Which key seals a text.
public sealed interface KeyScope {
  ClientId owner();

  /// The client's own key, for all that is written about or by one client.
  record OfClient(ClientId owner) implements KeyScope {}

  /// A key of one conversation, wrapped by the client's.
  record OfConversation(ClientId owner, UUID conversation) implements KeyScope {}
}
