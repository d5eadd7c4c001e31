/// How fast two people see each other in the room of an hour by video, near and far.
@NullMarked
package org.saltwater.benchmarks.room;

import org.jspecify.annotations.NullMarked;
