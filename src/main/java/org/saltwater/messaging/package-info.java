/// Conversations: messages that are never lost once acknowledged, and never delivered twice.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "site",
      "identity",
      "notifications",
      "care",
      "vault",
      "safety"
    })
package org.saltwater.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
