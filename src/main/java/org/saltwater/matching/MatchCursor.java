package org.saltwater.matching;

import java.time.DateTimeException;
import java.time.Instant;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.matching.Search.Hit;

/// How far a client has read in the list of all who fit. It keeps the moment at which they began,
/// so that the order does not shift under them while the hours draw nearer.
record MatchCursor(Instant asOf, int total, long lot) {
  static MatchCursor start(Instant now) {
    return new MatchCursor(now, Integer.MAX_VALUE, -1);
  }

  MatchCursor after(Hit last) {
    return new MatchCursor(asOf, last.total(), last.lot());
  }

  boolean isBefore(Hit hit) {
    return hit.total() < total || (hit.total() == total && hit.lot() > lot);
  }

  String text() {
    return asOf.toEpochMilli() + "." + total + "." + lot;
  }

  /// @throws Refusal `invalid` if this is no cursor of ours
  static MatchCursor read(String text) {
    var parts = text.split("\\.", -1);
    try {
      if (parts.length == 3) {
        return new MatchCursor(
            Instant.ofEpochMilli(Long.parseLong(parts[0])),
            Integer.parseInt(parts[1]),
            Long.parseLong(parts[2]));
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw refusal();
    }
    throw refusal();
  }

  private static Refusal refusal() {
    return new Refusal(GeneralProblem.INVALID);
  }
}
