package org.saltwater.alliance;

import java.util.List;
import org.saltwater.kernel.PersonId;

/// A therapist's own pattern, or one that a supervisor was let see.
///
/// @param name the therapist's, for a supervisor; empty for the therapist themselves
/// @param supervisors whom the therapist may let see it; none for a supervisor
public record PatternView(Pattern pattern, String name, List<Reader> supervisors) {
  /// @param sees whether they may see it now
  public record Reader(PersonId id, String name, boolean sees) {}

  public String who() {
    return name.isEmpty() ? "own" : "theirs";
  }

  public int fewest() {
    return Pattern.FEWEST;
  }
}
