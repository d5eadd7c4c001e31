package org.saltwater.crying.room;

import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;

/// Notes for the therapist of one hour.
///
/// @param traumaNoted whether the questionnaire's five questions about a frightening event
///     (PC-PTSD-5) reached its lower cut-off of three; empty if this reader may not see scores
public record Guidance(
    AppointmentId hour, List<Situation> situations, Optional<Boolean> traumaNoted) {
  /// The bundle's part of the key for what is known of a trauma.
  public String trauma() {
    return traumaNoted.map(noted -> noted ? "noted" : "not-noted").orElse("unknown");
  }

  @Override
  public String toString() {
    return "Guidance[redacted]";
  }
}
