/// What a practice counts of its work, without names: gathered once a week from those who agreed,
// kept
/// sealed and without any link to a person, shown with no number under ten.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "vault",
      "intake",
      "intake :: questionnaire",
      "measures",
      "therapists",
      "scheduling",
      "care",
      "sessions",
      "progress"
    })
package org.saltwater.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
