package org.saltwater.crying.ladder;

import java.util.List;

/// When a step has become easier: its discomfort has fallen.
///
/// That a step is repeated until it falls is graded practice as CLINICAL.md §4 states it; a fall
/// from one repetition to the next is among the signs that Foa and Kozak (Psychological Bulletin
/// 1986; 99: 20–35) tie to change in exposure. Neither gives a number. **The numbers here are our
/// own operationalisation**, chosen to be simple, and await a clinician's word (decision 0024).
///
/// Craske and others (Behaviour Research and Therapy 2008; 46: 5–27) found that people can get
/// better without such a fall. So the rule opens and closes nothing: it decides which sentence the
/// page says.
public final class SettlingRule {
  /// By how much the hardest moment of the newest repetition lies below that of the first, in
  /// percent of the first.
  public static final int FALL = 30;

  /// A hardest moment up to here is little, whatever the first was: from 10 there is nowhere to
  /// fall.
  public static final int LITTLE = 20;

  private SettlingRule() {}

  /// @param repetitions of one step, the oldest first
  public static boolean hasSettled(List<Discomfort> repetitions) {
    if (repetitions.size() < 2) {
      return false;
    }
    var first = repetitions.getFirst();
    var newest = repetitions.getLast();
    return newest.after() <= newest.before()
        && (newest.highest() <= LITTLE || newest.highest() * 100 <= first.highest() * (100 - FALL));
  }
}
