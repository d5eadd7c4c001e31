package org.saltwater.care;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.saltwater.vault.Scope;

/// Which parts of a record an edge opens, and from when on they must have been written.
record Reach(Map<Scope, Instant> since) {
  /// The whole part, whenever it was written.
  static final Instant ALL = Instant.MIN;

  Reach {
    since = Map.copyOf(since);
  }

  /// A client who has chosen a therapist by themselves shows them what the questionnaire's consent
  /// named. What was written to another therapist is not among it.
  static Reach atFirst(Instant now) {
    return handedOver(
        Set.of(Scope.QUESTIONNAIRE, Scope.SCORES, Scope.GOALS, Scope.APPOINTMENTS), now);
  }

  /// What the client chose to hand over, whole; the rest from now on.
  static Reach handedOver(Set<Scope> chosen, Instant now) {
    var since = new EnumMap<Scope, Instant>(Scope.class);
    for (var scope : Scope.values()) {
      since.put(scope, chosen.contains(scope) ? ALL : now);
    }
    return new Reach(since);
  }

  /// These parts, whole, and no other.
  static Reach only(Set<Scope> parts) {
    var since = new EnumMap<Scope, Instant>(Scope.class);
    parts.forEach(part -> since.put(part, ALL));
    return new Reach(since);
  }
}
