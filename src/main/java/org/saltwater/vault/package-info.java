/// Clinical text sealed in the application before it reaches the database: keys, rotation, erasure
/// by key destruction.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
package org.saltwater.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
