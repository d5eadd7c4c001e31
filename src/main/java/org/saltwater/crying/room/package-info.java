/// What helps a therapist while feelings run high in an hour.
@NullMarked
package org.saltwater.crying.room;

import org.jspecify.annotations.NullMarked;
