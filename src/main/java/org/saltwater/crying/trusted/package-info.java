/// The trusted person: a page on how to be with someone who cries, by a link that works once, and
/// nothing of the record.
@NullMarked
package org.saltwater.crying.trusted;

import org.jspecify.annotations.NullMarked;
