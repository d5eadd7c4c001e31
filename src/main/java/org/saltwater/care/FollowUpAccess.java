package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.WhoTreatsWhom;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// Answers what `safety`, which stands below the edges, has to ask of them.
@Component
class FollowUpAccess implements WhoTreatsWhom {
  private final Access access;

  FollowUpAccess(Access access) {
    this.access = access;
  }

  @Override
  public boolean treats(SignedIn therapist, ClientId client) {
    return therapist.is(Role.THERAPIST) && access.mayRead(therapist, client, Scope.QUESTIONNAIRE);
  }

  @Override
  public Evidence toReach(SignedIn reader, ClientId client) {
    return access.toReach(reader, client);
  }
}
