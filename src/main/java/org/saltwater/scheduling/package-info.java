/// Availability, slots, holds and appointments, right in every time zone.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "audit", "site", "identity", "notifications", "therapists"})
package org.saltwater.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
