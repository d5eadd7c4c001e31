package org.saltwater.crying.ladder;

import java.util.List;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// How hard one repetition was: subjective units from 0, none, to 100, the most imaginable (Wolpe,
/// The Practice of Behavior Therapy, 1969).
///
/// @param peak the hardest moment, as it is remembered: it may have been given lower than the
// others
public record Discomfort(int before, int peak, int after) {
  public static final int LOWEST = 0;
  public static final int HIGHEST = 100;

  public Discomfort {
    check("before", before);
    check("peak", peak);
    check("after", after);
  }

  /// The hardest moment, by all that was said: nobody is sent back to a form for it.
  public int highest() {
    return Math.max(peak, Math.max(before, after));
  }

  /// @throws Refusal `invalid` unless it is 0 to 100
  static int check(String field, int value) {
    if (value < LOWEST || value > HIGHEST) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem(field, "ladder.discomfort.problem")));
    }
    return value;
  }

  @Override
  public String toString() {
    return "Discomfort[redacted]";
  }
}
