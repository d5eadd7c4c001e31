/// Messages that arrive while people are there: one WebSocket for each open conversation.
@NullMarked
package org.saltwater.messaging.live;

import org.jspecify.annotations.NullMarked;
