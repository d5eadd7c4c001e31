/// Messages under load: a server with pairs of people in it, and devices that write to each other over the socket.
@NullMarked
package org.saltwater.benchmarks.messaging;

import org.jspecify.annotations.NullMarked;
