package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;

/// Someone may read a client's record no longer, on this ground. Published in the transaction that
/// closes the edge; whoever holds something open for the reader lets go of it right after.
public record EdgeClosed(ClientId client, PersonId reader, EdgeKind kind) {
  public TherapistId therapist() {
    return TherapistId.of(reader);
  }
}
