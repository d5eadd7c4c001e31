package org.saltwater.progress.web;

import java.util.Locale;
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

/// One page before an hour: what has happened since the last one.
@Controller
@For(Audience.THERAPIST)
class BeforePages {
  private final BeforeReading reading;

  BeforePages(BeforeReading reading) {
    this.reading = reading;
  }

  @GetMapping("/sessions/{appointment}/before")
  PageView before(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment, Locale locale) {
    return PageView.of("progress/before", reading.read(me, new AppointmentId(appointment), locale));
  }
}
