package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;

/// Someone may read a client's record from now on.
public record EdgeOpened(ClientId client, PersonId reader, EdgeKind kind) {
  public TherapistId therapist() {
    return TherapistId.of(reader);
  }
}
