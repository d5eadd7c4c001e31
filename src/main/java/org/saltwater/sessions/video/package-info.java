/// Helps the browsers of an hour by video to find each other. Picture and sound go between them and
/// never through here; nothing is recorded, and no address is written to a log.
@NullMarked
package org.saltwater.sessions.video;

import org.jspecify.annotations.NullMarked;
