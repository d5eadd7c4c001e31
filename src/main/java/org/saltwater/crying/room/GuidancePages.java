package org.saltwater.crying.room;

import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Notes for when feelings run high: a page of its own, which the room shows in its side panel.
@Controller
@For(Audience.THERAPIST)
class GuidancePages {
  private final GuidanceReading reading;

  GuidancePages(GuidanceReading reading) {
    this.reading = reading;
  }

  @GetMapping("/sessions/{appointment}/guidance")
  PageView guidance(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return PageView.of("crying/guidance", reading.read(me, new AppointmentId(appointment)));
  }
}
