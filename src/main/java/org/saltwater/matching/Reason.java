package org.saltwater.matching;

import java.time.Instant;
import java.util.Optional;
import org.saltwater.intake.DayPart;
import org.saltwater.intake.Wish;
import org.saltwater.kernel.ProblemDomain;

/// One thing that speaks for a therapist, or a wish that is not met.
public sealed interface Reason {
  /// Whether it speaks for the therapist.
  boolean isMet();

  /// A free hour.
  ///
  /// @param part the part of the week the client asked for in which it lies; empty if any time
  ///     suits
  record Free(Instant start, Optional<DayPart> part) implements Reason {
    @Override
    public boolean isMet() {
      return true;
    }
  }

  /// A wish about the therapist.
  ///
  /// @param told whether the therapist has told what the wish is about
  record Wished(Wish wish, boolean isMet, boolean told) implements Reason {}

  /// One of the client's problems, and whether the therapist often works with it.
  ///
  /// @param first whether it is the client's most important one
  record WorksWith(ProblemDomain domain, boolean first, boolean isMet) implements Reason {}

  /// People who came to this therapist for it have done better than most, by at least 15 cases
  /// and with a probability of .8.
  record DoneWell(ProblemDomain domain) implements Reason {
    @Override
    public boolean isMet() {
      return true;
    }
  }
}
