package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.WhoTreatsWhom;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Answers what safety, which stands below care, needs to know about edges.
@Component
class TreatmentForSafety implements WhoTreatsWhom {
  private final Episodes episodes;
  private final Access access;

  TreatmentForSafety(Episodes episodes, Access access) {
    this.episodes = episodes;
    this.access = access;
  }

  @Override
  public boolean treats(SignedIn therapist, ClientId client) {
    return therapist.is(Role.THERAPIST)
        && episodes.findOpen(client, therapist.therapist()).isPresent();
  }

  /// A coordinator has no edge, and someone may need a call within minutes: `safety` decides who
  /// follows up, and what it may open is how to reach the client, nothing else.
  @Override
  public Evidence toReach(SignedIn reader, ClientId client) {
    return access.toReach(reader, client);
  }
}
