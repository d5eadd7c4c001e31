/// The hour by phone: the practice's line calls the client, or they call it, and the telephone
/// takes its place in the room beside the therapist's browser. No number of one reaches the
/// other, nothing is recorded, and no number and no PIN is written to a log.
@NullMarked
package org.saltwater.sessions.phone;

import org.jspecify.annotations.NullMarked;
