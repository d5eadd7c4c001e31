/// Who treats whom: the consent edge, episodes of care, change of therapist and handover.
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
      "measures",
      "scheduling",
      "matching",
      "safety",
      "vault"
    })
package org.saltwater.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
