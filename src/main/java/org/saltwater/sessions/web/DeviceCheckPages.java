package org.saltwater.sessions.web;

import java.time.Clock;
import java.time.Duration;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.video.IceServers;
import org.saltwater.site.PageView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// Whether camera, microphone, loudspeaker and network work for an hour by video.
@Controller
class DeviceCheckPages {
  /// Further ahead, a device is another one by then.
  private static final Duration AHEAD = Duration.ofDays(60);

  private final TherapySessions sessions;
  private final IceServers ice;
  private final JsonMapper json;
  private final Clock clock;

  DeviceCheckPages(TherapySessions sessions, IceServers ice, JsonMapper json, Clock clock) {
    this.sessions = sessions;
    this.ice = ice;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping("/device-check")
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView check(@AuthenticationPrincipal SignedIn me) {
    var relay = ice.hasRelay() && hasHourByVideo(me);
    return PageView.of(
        "sessions/device-check",
        new DeviceCheckView(relay ? json.writeValueAsString(ice.forCheck()) : ""));
  }

  /// Nobody else has a use for the relay.
  private boolean hasHourByVideo(SignedIn me) {
    var now = clock.instant();
    return sessions.listOf(me.id(), now.minus(Duration.ofHours(3)), now.plus(AHEAD)).stream()
        .anyMatch(session -> session.channel() == Modality.VIDEO && !session.state().isOver());
  }
}
