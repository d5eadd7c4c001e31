/// A browser in a call: found by ICE-lite (RFC 8445), agreed by DTLS-SRTP (RFC 5764).
@NullMarked
package org.saltwater.telephony.bridge.browser;

import org.jspecify.annotations.NullMarked;
