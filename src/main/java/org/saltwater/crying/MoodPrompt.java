package org.saltwater.crying;

import java.time.Instant;
import java.util.UUID;

/// That a client is asked how they are.
///
/// @param closesAt from when on it is over; nothing follows from that
public record MoodPrompt(
    UUID id, EpisodeId episode, MoodMoment moment, Instant dueAt, Instant closesAt) {
  public boolean isOpenAt(Instant now) {
    return !now.isBefore(dueAt) && now.isBefore(closesAt);
  }
}
