/// What went with feeling better or worse after tears: for one client a description, for the
/// practice what many hours show together. Neither says that one thing caused another.
@NullMarked
package org.saltwater.crying.insight;

import org.jspecify.annotations.NullMarked;
