/// An append-only, hash-chained log of every read and change of clinical data.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.saltwater.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
