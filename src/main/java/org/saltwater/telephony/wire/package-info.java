/// What the server and its bridge process say to each other: one JSON object a line.
@NullMarked
package org.saltwater.telephony.wire;

import org.jspecify.annotations.NullMarked;
