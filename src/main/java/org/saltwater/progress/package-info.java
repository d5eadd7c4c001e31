/// What is measured in the course of a therapy: when it is asked, what was answered, how it has
/// changed, and the client's own goals.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "vault",
      "measures",
      "safety",
      "intake",
      "scheduling",
      "care",
      "sessions",
      "messaging",
      "alliance",
      "journal"
    })
package org.saltwater.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
