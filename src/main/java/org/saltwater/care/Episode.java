package org.saltwater.care;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// The time during which one therapist treats one client.
///
/// @param deputyFor while a deputy looks after the client of a therapist who has left: who that was
/// @param closedAt empty while it is open
public record Episode(
    UUID id,
    ClientId client,
    TherapistId therapist,
    Optional<TherapistId> deputyFor,
    EpisodeState state,
    Instant openedAt,
    Optional<Instant> closedAt) {
  public boolean isOpen() {
    return state == EpisodeState.OPEN;
  }

  /// Until the client has chosen, a deputy holds no place of their own for them.
  public boolean isDeputy() {
    return deputyFor.isPresent();
  }
}
