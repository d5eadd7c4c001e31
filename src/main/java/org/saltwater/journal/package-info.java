/// What a client writes for themselves, readable by nobody else, and what of it they take along to
/// an hour.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "audit", "site", "identity", "vault", "care", "sessions"})
package org.saltwater.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
