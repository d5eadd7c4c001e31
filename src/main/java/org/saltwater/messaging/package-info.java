/// Conversations: messages that are never lost once acknowledged, and never delivered twice.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "notifications",
      "care",
      "vault",
      "safety",
      "therapists"
    })
package org.saltwater.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
