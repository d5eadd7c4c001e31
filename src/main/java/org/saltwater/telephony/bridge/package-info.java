/// The process that carries telephone calls: SIP and sound towards the trunk, sound towards
/// browsers. It knows of no client and no session, keeps nothing, and writes no log.
@NullMarked
package org.saltwater.telephony.bridge;

import org.jspecify.annotations.NullMarked;
