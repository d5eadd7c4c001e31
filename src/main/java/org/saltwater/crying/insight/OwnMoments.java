package org.saltwater.crying.insight;

import org.saltwater.crying.CryingEpisodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Looks back over what a client noted, for that client alone.
@Component
class OwnMoments {
  private final CryingEpisodes episodes;

  OwnMoments(CryingEpisodes episodes) {
    this.episodes = episodes;
  }

  LookingBack look(ClientId client) {
    return LookingBack.of(episodes.list(Evidence.own(client)));
  }
}
