/// Sound in packets (RTP, RFC 3550; G.711, RFC 3551), unchanged from one side to the other.
@NullMarked
package org.saltwater.telephony.bridge.rtp;

import org.jspecify.annotations.NullMarked;
