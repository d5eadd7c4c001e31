package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets the times that were kept for somebody and never booked: who looked at which therapist is
/// nobody's business afterwards. Nobody is told, for nobody ever had an appointment.
@Component
class LapsedHolds {
  /// Long enough for a program that repeats its request to hear the same again, and for whoever
  /// comes back to the page in the evening to be told what became of it.
  static final Duration KEPT = Duration.ofDays(1);

  private final HoldRows rows;
  private final Clock clock;

  LapsedHolds(HoldRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
  void purge() {
    rows.deleteLapsed(clock.instant().minus(KEPT));
  }
}
