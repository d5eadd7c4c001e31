package org.saltwater.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Delivers stored events again whose listener could not take them: after a minute, then after
/// twice as long each time, at last every hour. Until one is heard, its work is not done: clients
/// of someone who left have no deputy, a mail is not on its way.
@Component
public class FailedEvents {
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(1);

  /// Doubled so often, the first wait is past the longest.
  private static final int MOST_DOUBLED = 6;

  private final FailedEventPublications failed;
  private final Clock clock;

  FailedEvents(FailedEventPublications failed, Clock clock) {
    this.failed = failed;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT1M")
  public void deliverAgain() {
    var now = clock.instant();
    failed.resubmit(ResubmissionOptions.defaults().withFilter(event -> !dueAt(event).isAfter(now)));
  }

  private static Instant dueAt(EventPublication event) {
    var again = event.getLastResubmissionDate();
    var doubled = Math.clamp(event.getCompletionAttempts() - 1L, 0, MOST_DOUBLED);
    var wait = FIRST.multipliedBy(1L << doubled);
    return (again == null ? event.getPublicationDate() : again)
        .plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }
}
