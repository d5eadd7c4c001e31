package org.saltwater.care;

import java.util.Set;
import java.util.stream.Collectors;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Treatment;
import org.springframework.stereotype.Component;

/// Answers whose names a therapist's calendar may show: after a change the client's is no longer
/// among them.
@Component
class TreatmentForCalendars implements Treatment {
  private final Episodes episodes;

  TreatmentForCalendars(Episodes episodes) {
    this.episodes = episodes;
  }

  @Override
  public Set<ClientId> clientsOf(TherapistId therapist) {
    return episodes.listOpenFor(therapist).stream()
        .map(Episode::client)
        .collect(Collectors.toSet());
  }
}
