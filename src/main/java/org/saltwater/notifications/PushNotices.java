package org.saltwater.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Queues for each of a person's devices what it shows: the practice's name, the subject that the
/// mail would have, and where a tap leads. Nothing more, because it stands on lock screens.
@Component
class PushNotices {
  /// For what has no end of its own.
  private static final Duration WORTH = Duration.ofHours(12);

  /// What the service worker reads.
  record Shown(String title, String body, String path) {}

  private final PushDevices devices;
  private final PushOutbox outbox;
  private final MessageSource bundles;
  private final Installation installation;
  private final JsonMapper json;
  private final Clock clock;

  PushNotices(
      PushDevices devices,
      PushOutbox outbox,
      MessageSource bundles,
      Installation installation,
      JsonMapper json,
      Clock clock) {
    this.devices = devices;
    this.outbox = outbox;
    this.bundles = bundles;
    this.installation = installation;
    this.json = json;
    this.clock = clock;
  }

  /// @param end when it is worth nothing any more; null if it has no end of its own
  void queue(PersonId person, Notice notice, String path, @Nullable Instant end) {
    var now = clock.instant();
    var words = new Words(bundles, Locale.ENGLISH);
    var shown =
        new Shown(
            installation.practice(),
            words.say(notice.subjectKey(), installation.practice()).strip(),
            path);
    for (var device : devices.list(person)) {
      outbox.add(
          device.id(), json.writeValueAsString(shown), now, end == null ? now.plus(WORTH) : end);
    }
  }
}
