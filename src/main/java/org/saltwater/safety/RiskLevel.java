package org.saltwater.safety;

import java.time.Duration;

/// How soon a human makes contact, and nothing else: no level predicts what a person will do, and
/// none closes a door. The times are the practice's promise to itself.
public enum RiskLevel {
  /// Contact within three days.
  LOW(Duration.ofDays(3)),
  /// Contact on the same day.
  MODERATE(Duration.ofHours(12)),
  /// The person on call makes contact within a quarter of an hour.
  HIGH(Duration.ofMinutes(15));

  private final Duration contactWithin;

  RiskLevel(Duration contactWithin) {
    this.contactWithin = contactWithin;
  }

  public Duration contactWithin() {
    return contactWithin;
  }

  public RiskLevel orHigher(RiskLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
