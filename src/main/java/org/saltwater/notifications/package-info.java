/// E-mail that never carries clinical content.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "site"})
package org.saltwater.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
