package org.saltwater.care;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.saltwater.vault.Scope;

/// Which parts of a record an edge opens, and from when on they must have been written.
record Reach(Map<Scope, Instant> since) {
  /// The whole part, whenever it was written.
  static final Instant ALL = Instant.MIN;

  /// What two people share. Handing it over hands over the time with the one before, not what the
  /// client had kept from that one in turn.
  private static final Set<Scope> BETWEEN_TWO =
      EnumSet.of(Scope.APPOINTMENTS, Scope.MESSAGES, Scope.SUMMARY);

  Reach {
    since = Map.copyOf(since);
  }

  /// A client who has chosen a therapist by themselves shows them what the questionnaire's consent
  /// named. What was written to another therapist is not among it.
  static Reach atFirst(Instant now) {
    return handedOver(Set.of(Scope.QUESTIONNAIRE, Scope.SCORES, Scope.GOALS), now, now);
  }

  /// What the client chose to hand over; the rest from now on.
  ///
  /// @param before since when the client was with the therapist before
  static Reach handedOver(Set<Scope> chosen, Instant before, Instant now) {
    var since = new EnumMap<Scope, Instant>(Scope.class);
    for (var scope : Scope.values()) {
      if (scope != Scope.CONTACT) {
        var whole = BETWEEN_TWO.contains(scope) ? before : ALL;
        since.put(scope, chosen.contains(scope) ? whole : now);
      }
    }
    return new Reach(since);
  }

  /// Nothing from before.
  static Reach fromNow(Instant now) {
    return handedOver(Set.of(), now, now);
  }

  /// These parts, whole, and no other.
  static Reach only(Set<Scope> parts) {
    var since = new EnumMap<Scope, Instant>(Scope.class);
    parts.forEach(part -> since.put(part, ALL));
    return new Reach(since);
  }
}
