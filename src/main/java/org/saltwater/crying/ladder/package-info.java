/// The ladder: graded practice in steps of the client's own, alone, with someone they trust, then
// in
/// session.
@NullMarked
package org.saltwater.crying.ladder;

import org.jspecify.annotations.NullMarked;
