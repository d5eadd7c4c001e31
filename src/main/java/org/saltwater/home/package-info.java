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
      "alliance",
      "progress",
      "crying",
      "safety",
      "measures",
      "telephony"
    })
package org.saltwater.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
