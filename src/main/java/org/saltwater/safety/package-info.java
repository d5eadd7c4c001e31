/// Risk flags that reach a human, crisis lines, and the help page that always works.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "measures",
      "notifications",
      "vault"
    })
package org.saltwater.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
