package org.saltwater.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;

/// A therapist who fits, who has a place, and whose free hour can be booked.
///
/// @param soonest the first such hour at a time that suits the client
/// @param length of that hour
/// @param modality how they would meet in it
/// @param reasons what fits first, then each wish that is not met
public record Candidate(
    TherapistId therapist,
    Instant soonest,
    Duration length,
    Modality modality,
    List<Reason> reasons,
    Score score) {
  public Candidate {
    reasons = List.copyOf(reasons);
  }

  Candidate by(Modality way) {
    return new Candidate(therapist, soonest, length, way, reasons, score);
  }

  @Override
  public String toString() {
    return "Candidate[" + therapist + ", redacted]";
  }
}
