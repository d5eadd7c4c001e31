/// The command line: how an operator starts, checks and tries the platform.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "audit",
      "vault",
      "identity",
      "measures",
      "demo",
      "journey"
    })
package org.saltwater.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
