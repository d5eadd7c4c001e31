/// Plays one client and two therapists through the whole path against a running server, by its API
/// alone: the smoke test an operator runs after an upgrade.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.saltwater.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
