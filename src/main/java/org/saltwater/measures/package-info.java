/// Instruments as data, and their scoring as pure functions.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "site", "vault"})
package org.saltwater.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
