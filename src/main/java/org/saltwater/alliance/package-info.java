/// The check-in after a session.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "care",
      "safety",
      "sessions",
      "vault"
    })
package org.saltwater.alliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
