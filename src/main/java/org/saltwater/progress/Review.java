package org.saltwater.progress;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.saltwater.kernel.PersonId;

/// That a therapist went through what can stand behind a course that is worth reviewing.
///
/// @param note in the therapist's words; empty if nothing was noted, or to anyone but who wrote it
public record Review(UUID id, PersonId by, Instant at, Set<Prompt> looked, String note) {
  /// What to look at, in the order of the clinical support tools that feedback went with larger
  /// effects together with (d = .36 to .53): the project's clinical facts, outcome monitoring.
  public enum Prompt {
    ALLIANCE,
    MOTIVATION,
    SUPPORT,
    LIFE_EVENTS;

    /// The word for it in forms and bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Review {
    looked = looked.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(looked));
  }

  @Override
  public String toString() {
    return "Review[" + id + "]";
  }
}
