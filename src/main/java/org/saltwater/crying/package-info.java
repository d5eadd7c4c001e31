/// Tears: what a person notes of them, in their own words, and how they were afterwards. Nothing
/// here counts tears or praises them.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "vault",
      "notifications",
      "timers",
      "measures",
      "safety",
      "intake",
      "scheduling",
      "care",
      "sessions",
      "messaging",
      "alliance",
      "progress",
      "library"
    })
package org.saltwater.crying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
