package org.saltwater.sessions.company;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// All that somebody who comes along is told about an hour: when it is, who asks them, and, once
/// everyone has said yes, who will be in it.
/// Nothing of what the two have with each other.
///
/// @param others what the two and whoever else comes along are called; only who asked until
// everyone
///     has said yes, and nobody after a no or the end
/// @param zone the therapist's clock
public record Hour(
    Companion companion,
    AlongStanding standing,
    List<String> others,
    Instant start,
    Instant end,
    ZoneId zone) {

  @Override
  public String toString() {
    return "Hour[" + companion.id() + "]";
  }
}
