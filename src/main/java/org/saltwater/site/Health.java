package org.saltwater.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.saltwater.database.StoreWatch;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For probes: 200 while people can be served, 503 while the store is away, and no details for
/// whoever else asks.
@RestController
@For(Audience.ANYONE)
class Health {
  /// Anyone may ask, so the store is asked once a second at most.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final StoreWatch watch;
  private final Clock clock;
  private Instant asked = Instant.MIN;
  private boolean answered;

  Health(StoreWatch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  record Status(boolean healthy) {}

  @GetMapping("/health")
  ResponseEntity<Status> health() {
    var healthy = storeAnswers();
    return ResponseEntity.status(healthy ? 200 : 503).body(new Status(healthy));
  }

  private synchronized boolean storeAnswers() {
    if (!clock.instant().isBefore(asked.plus(FRESH))) {
      answered = watch.answers();
      asked = clock.instant();
      if (!answered) {
        watch.doubt();
      }
    }
    return answered;
  }
}
