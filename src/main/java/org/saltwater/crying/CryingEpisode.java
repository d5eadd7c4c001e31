package org.saltwater.crying;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// One time that tears came, as it was noted.
///
/// @param moods what was rated, 0 to 10
/// @param sharedWith the therapist to whom the client shows it, while they treat the client
public record CryingEpisode(
    EpisodeId id,
    ClientId client,
    Author author,
    Instant notedAt,
    EpisodeNote note,
    Map<MoodMoment, Integer> moods,
    Optional<TherapistId> sharedWith) {
  public CryingEpisode {
    moods = Map.copyOf(moods);
  }

  @Override
  public String toString() {
    return "CryingEpisode[" + id + "]";
  }
}
