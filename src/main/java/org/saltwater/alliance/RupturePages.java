package org.saltwater.alliance;

import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Puts aside what the therapist has seen on their home.
@Controller
@For(Audience.THERAPIST)
class RupturePages {
  private final Ruptures ruptures;

  RupturePages(Ruptures ruptures) {
    this.ruptures = ruptures;
  }

  @PostMapping("/ruptures/{appointment}/seen")
  View seen(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    ruptures.putAside(me.therapist(), new AppointmentId(appointment));
    return SeeOther.to("/home");
  }
}
