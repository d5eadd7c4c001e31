/// Who fits: hard filters, a score whose parts sum to it, and reasons in words; the waitlist.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "intake",
      "therapists",
      "measures",
      "scheduling",
      "notifications",
      "safety",
      "vault"
    })
package org.saltwater.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
