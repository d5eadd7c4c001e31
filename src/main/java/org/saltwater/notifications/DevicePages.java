package org.saltwater.notifications;

import java.util.UUID;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The devices on which a person wants to be told; their browser fills in the form.
@Controller
@RequestMapping("/notices/devices")
@For(Audience.SIGNED_IN)
class DevicePages {
  private final PushDevices devices;

  DevicePages(PushDevices devices) {
    this.devices = devices;
  }

  @PostMapping
  View add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam String endpoint,
      @RequestParam String p256dh,
      @RequestParam String auth) {
    try {
      devices.add(me.id(), endpoint, p256dh, auth);
      return SeeOther.to("/notices?saved=true");
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      // Nobody typed it, so there is nobody to put it right.
      return SeeOther.to("/notices?refused=true");
    }
  }

  @PostMapping("/{device}/remove")
  View remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID device) {
    devices.remove(me.id(), device);
    return SeeOther.to("/notices?saved=true");
  }
}
