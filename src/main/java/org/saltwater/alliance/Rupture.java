package org.saltwater.alliance;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// That something may have come between two people in an hour. Which of the rule's two grounds it
/// was, and any word, is in the sealed check-in alone.
///
/// @param session the hour
/// @param hourAt when it ended
/// @param settledAt when it was back, or when the last hour in which it could have been had passed
/// @param seenAt when the therapist put it aside
public record Rupture(
    AppointmentId session,
    ClientId client,
    TherapistId therapist,
    Instant hourAt,
    Instant noticedAt,
    Outcome outcome,
    Optional<Instant> settledAt,
    Optional<Instant> seenAt) {
  /// What became of it.
  public enum Outcome {
    OPEN,
    REPAIRED,
    NOT_REPAIRED;

    /// The word for it in bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
