package org.saltwater.messaging.sockets;

/// Everyone with an open socket. Whoever is here is told of changes at once for what happens on
/// this node and within two seconds for the others, and is ended in the same time when their
/// sign-in or the consent edge ends.
public interface Guests {
  void join(Guest guest);

  void leave(Guest guest);
}
