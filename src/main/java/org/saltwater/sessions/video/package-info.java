/// Helps the devices of an hour by video or phone to find each other. Picture and sound of two
/// browsers go between them and never through here; nothing is recorded, and no address is written
/// to a log.
@NullMarked
package org.saltwater.sessions.video;

import org.jspecify.annotations.NullMarked;
