package org.saltwater.messaging.live;

import java.util.UUID;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Entrance;

/// What the handshake found out, handed to the socket.
///
/// @param signIn the sign-in that opened the socket, which ends with it
/// @param after the last number the device has
record LiveVisit(SignedIn me, UUID signIn, Entrance entrance, long after) {}
