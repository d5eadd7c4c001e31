package org.saltwater.sessions.web;

import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.QuietMoments;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// "I need a moment", and "I'm ready to go on".
@Controller
@For(Audience.CLIENT)
class QuietMomentPages {
  private final QuietMoments moments;

  QuietMomentPages(QuietMoments moments) {
    this.moments = moments;
  }

  @PostMapping("/sessions/{appointment}/moment")
  RedirectView set(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam boolean taken) {
    moments.set(new AppointmentId(appointment), me.id(), taken);
    return SeeOther.to("/sessions/" + appointment);
  }
}
