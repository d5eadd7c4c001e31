/// Pages and REST of the ladder.
@NullMarked
package org.saltwater.crying.ladder.web;

import org.jspecify.annotations.NullMarked;
