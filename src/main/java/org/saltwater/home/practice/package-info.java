/// Where a coordinator looks after the therapists: places, pauses, and leaving with a deputy named.
@NullMarked
package org.saltwater.home.practice;

import org.jspecify.annotations.NullMarked;
