/// The therapy hour: waiting room, the talk itself, its end.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "site",
      "identity",
      "notifications",
      "scheduling",
      "care",
      "messaging",
      "messaging :: sockets",
      "vault",
      "safety",
      "telephony"
    })
package org.saltwater.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
