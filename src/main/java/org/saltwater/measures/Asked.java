package org.saltwater.measures;

import java.time.LocalDate;
import java.util.Optional;
import org.saltwater.kernel.ProblemDomain;

/// How often an instrument is asked in the course of a therapy, and of whom.
///
/// @param onlyIf empty where it is asked of everyone
public record Asked(Rhythm rhythm, Optional<OnlyIf> onlyIf) {
  /// How long an instrument rests after it was answered. The stretches are those of the project's
  /// clinical facts, outcome monitoring, "Frequency".
  public enum Rhythm {
    /// Before a session, at most weekly.
    WEEKLY,
    MONTHLY,
    QUARTERLY;

    /// The first day on which it may be asked again, in the client's calendar.
    public LocalDate next(LocalDate answered) {
      return switch (this) {
        case WEEKLY -> answered.plusWeeks(1);
        case MONTHLY -> answered.plusMonths(1);
        case QUARTERLY -> answered.plusMonths(3);
      };
    }
  }

  /// Asked of whoever came with this problem, or reached this cut-off of another instrument.
  public record OnlyIf(ProblemDomain domain, String instrument, String cut) {}
}
