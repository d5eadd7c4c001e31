package org.saltwater.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// How soon a human makes contact, and nothing else: no level predicts what a person will do, and
/// none closes a door. The times are the practice's promise to itself. The less urgent comes first.
public enum RiskLevel {
  /// Contact within three days.
  LOW(Duration.ofDays(3)),
  /// Contact on the same day.
  MODERATE(Duration.ofHours(12)),
  /// The person on call makes contact within a quarter of an hour.
  HIGH(Duration.ofMinutes(15));

  /// Somebody who answers just before midnight is not called at once for the calendar's sake.
  private static final Duration LEAST_OF_A_DAY = Duration.ofHours(1);

  private final Duration contactWithin;

  RiskLevel(Duration contactWithin) {
    this.contactWithin = contactWithin;
  }

  /// The longest that contact may take, and how often an overdue one is called out again.
  public Duration contactWithin() {
    return contactWithin;
  }

  /// When contact should be made at the latest. "The same day" is the practice's day, though never
  /// less than an hour.
  ///
  /// @param practice where the practice's clock runs
  Instant contactBy(Instant now, ZoneId practice) {
    var latest = now.plus(contactWithin);
    if (this != MODERATE) {
      return latest;
    }
    var midnight =
        LocalDate.ofInstant(now, practice).plusDays(1).atStartOfDay(practice).toInstant();
    var least = now.plus(LEAST_OF_A_DAY);
    var endOfDay = midnight.isBefore(least) ? least : midnight;
    return endOfDay.isBefore(latest) ? endOfDay : latest;
  }
}
