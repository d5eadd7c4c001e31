/// The trunk: calls out and in over SIP (RFC 3261).
@NullMarked
package org.saltwater.telephony.bridge.sip;

import org.jspecify.annotations.NullMarked;
