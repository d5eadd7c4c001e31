package org.saltwater.care.web;

import java.util.List;
import java.util.Set;
import org.saltwater.vault.Scope;

/// What may travel to the next therapist.
///
/// @param summaryDays for how long a summary may be added
/// @param left the therapist who has left, while a deputy looks after the client; otherwise empty
public record ChangeTravelsView(
    String therapist, String left, List<Scope> parts, Set<Scope> chosen, long summaryDays) {
  public boolean hasDeputy() {
    return !left.isEmpty();
  }

  public String from() {
    return hasDeputy() ? left : therapist;
  }
}
