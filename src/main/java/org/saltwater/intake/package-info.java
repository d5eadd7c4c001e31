/// The questionnaire: branching, save and resume, consent.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "notifications",
      "measures",
      "safety",
      "vault"
    })
package org.saltwater.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
