/// Pages composed from several modules; nobody uses it.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "notifications",
      "intake",
      "therapists",
      "scheduling",
      "matching",
      "care",
      "messaging",
      "sessions",
      "sessions :: company",
      "alliance",
      "crying",
      "progress",
      "crying",
      "safety",
      "measures",
      "telephony",
      "library"
    })
package org.saltwater.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
