/// Therapists: profile, licences, specialties, approaches, capacity.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "site", "identity"})
package org.saltwater.therapists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
