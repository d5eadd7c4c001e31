package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;

/// Someone may read a client's record from now on.
public record EdgeOpened(ClientId client, PersonId reader, EdgeKind kind) {
  public EdgeOpened(ClientId client, TherapistId therapist) {
    this(client, therapist.person(), EdgeKind.TREATING);
  }

  public TherapistId therapist() {
    return TherapistId.of(reader);
  }
}
