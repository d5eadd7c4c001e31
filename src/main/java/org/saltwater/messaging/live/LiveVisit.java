package org.saltwater.messaging.live;

import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Entrance;

/// What the handshake found out, handed to the socket.
///
/// @param after the last number the device has
record LiveVisit(SignedIn me, Entrance entrance, long after) {
  static final String ATTRIBUTE = "visit";
}
