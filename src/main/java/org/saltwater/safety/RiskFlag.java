package org.saltwater.safety;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;

/// That a human should make contact with a client, how soon, and how far that has come.
///
/// @param contactBy when contact should be made at the latest
public record RiskFlag(
    UUID id,
    ClientId client,
    RiskLevel level,
    RiskSource source,
    RiskState state,
    Instant raisedAt,
    Instant contactBy,
    Optional<Step> seen,
    Optional<Step> contacted,
    Optional<Step> closed) {

  /// Who took a step, and when.
  public record Step(PersonId by, Instant at) {}

  public boolean isOverdue(Instant now) {
    return state.compareTo(RiskState.CONTACTED) < 0 && now.isAfter(contactBy);
  }

  @Override
  public String toString() {
    return "RiskFlag[" + id + "]";
  }
}
