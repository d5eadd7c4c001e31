/// What every socket of the platform has in common: who may open one, and when it ends.
@NullMarked
@NamedInterface("sockets")
package org.saltwater.messaging.sockets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
