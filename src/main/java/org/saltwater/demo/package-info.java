/// A believable practice of invented people; nobody uses it.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "database",
      "identity",
      "notifications",
      "intake",
      "intake :: questionnaire",
      "therapists",
      "scheduling",
      "matching",
      "care",
      "messaging",
      "sessions",
      "alliance",
      "crying",
      "progress",
      "figures",
      "safety",
      "measures",
      "vault"
    })
package org.saltwater.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
