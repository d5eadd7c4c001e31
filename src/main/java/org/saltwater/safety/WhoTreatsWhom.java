package org.saltwater.safety;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Evidence;

/// What safety asks of whoever holds the consent edges; it stands below them and cannot look.
public interface WhoTreatsWhom {
  boolean treats(SignedIn therapist, ClientId client);

  /// That someone on call may read how a client wants to be reached.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed
  Evidence toReach(SignedIn reader, ClientId client);
}
