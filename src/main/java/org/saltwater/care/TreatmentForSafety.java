package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.WhoTreatsWhom;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
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

  @Override
  public Evidence toReach(SignedIn reader, ClientId client) {
    return access.toRead(reader, client, Scope.QUESTIONNAIRE);
  }
}
