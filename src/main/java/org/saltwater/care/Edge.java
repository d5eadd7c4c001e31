package org.saltwater.care;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;

/// That one person may read one client's record.
///
/// @param reason a stable code of why
/// @param askedBy who asked the client for it; empty if nobody had to
/// @param endsAt when it ends by itself; empty for a therapist's, which ends with the episode
public record Edge(
    UUID id,
    ClientId client,
    PersonId reader,
    EdgeKind kind,
    EdgeState state,
    String reason,
    Optional<PersonId> askedBy,
    Instant openedAt,
    Optional<Instant> endsAt) {
  static Edge treating(ClientId client, PersonId therapist, String reason, Instant now) {
    return new Edge(
        UUID.randomUUID(),
        client,
        therapist,
        EdgeKind.TREATING,
        EdgeState.OPEN,
        reason,
        Optional.empty(),
        now,
        Optional.empty());
  }
}
