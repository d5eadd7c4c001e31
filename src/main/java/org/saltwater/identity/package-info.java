/// People, how they sign in, and what their roles allow.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "site", "notifications"})
package org.saltwater.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
