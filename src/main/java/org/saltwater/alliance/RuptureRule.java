package org.saltwater.alliance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// When something has come between two people, and when it has passed. Pure.
///
/// An hour is noticed if its check-in lies more than one standard deviation under the client's own
/// mean over at least three earlier ratings, or if anything felt wrong. It is repaired when a
/// check-in of one of the next three hours is back within half a standard deviation of that mean
/// and nothing felt wrong: the project's clinical facts, outcome monitoring. Ruptures that stay
/// unrepaired went with worse outcomes there (β = .45).
///
/// What the rule leaves open, and what is chosen here: the deviation is that of a sample (n − 1);
/// mean and deviation are of the hours with this therapist before the one that is noticed; with
/// fewer than three of them, an hour that was rated and in which nothing felt wrong is back.
final class RuptureRule {
  /// How many earlier ratings there must be before a fall is one.
  static final int EARLIER = 3;

  /// In so many hours it has to be back.
  static final int WITHIN = 3;

  private RuptureRule() {}

  /// One hour, whether the client said anything about it or not.
  ///
  /// @param twelfths the mean of the ratings in twelfths of a step; empty if nothing was rated
  record Said(OptionalInt twelfths, boolean feltWrong) {
    static final Said NOTHING = new Said(OptionalInt.empty(), false);

    static Said of(CheckIn answers) {
      return new Said(answers.twelfths(), !answers.feltWrong().isEmpty());
    }
  }

  /// @param hour its place in the list
  /// @param settledIn the hour in which it was back, or the last in which it could have been
  record Noticed(int hour, Rupture.Outcome outcome, OptionalInt settledIn) {}

  /// @param hours the oldest first; the newest without an answer is left out by the caller while an
  ///     answer can still come
  static List<Noticed> read(List<Said> hours) {
    var noticed = new ArrayList<Noticed>();
    var before = OwnMean.NONE;
    for (int i = 0; i < hours.size(); i++) {
      var said = hours.get(i);
      if (said.feltWrong() || (said.twelfths().isPresent() && before.isFarAbove(said))) {
        noticed.add(settle(hours, i, before));
      }
      before = before.and(said);
    }
    return noticed;
  }

  private static Noticed settle(List<Said> hours, int from, OwnMean before) {
    for (int i = from + 1; i <= from + WITHIN && i < hours.size(); i++) {
      var said = hours.get(i);
      if (said.twelfths().isPresent() && !said.feltWrong() && before.isReachedBy(said)) {
        return new Noticed(from, Rupture.Outcome.REPAIRED, OptionalInt.of(i));
      }
    }
    var last = from + WITHIN;
    return last < hours.size()
        ? new Noticed(from, Rupture.Outcome.NOT_REPAIRED, OptionalInt.of(last))
        : new Noticed(from, Rupture.Outcome.OPEN, OptionalInt.empty());
  }

  /// The client's own mean and deviation, in whole numbers so that a fall by exactly one deviation
  /// is none: with n ratings, sum S and sum of squares Q, n²·SD² = n(nQ − S²)/(n − 1).
  private record OwnMean(long ratings, long sum, long squares) {
    static final OwnMean NONE = new OwnMean(0, 0, 0);

    OwnMean and(Said said) {
      if (said.twelfths().isEmpty()) {
        return this;
      }
      long value = said.twelfths().getAsInt();
      return new OwnMean(ratings + 1, sum + value, squares + value * value);
    }

    boolean isFarAbove(Said said) {
      var fall = fallTo(said);
      return ratings >= EARLIER && fall > 0 && fall * fall * (ratings - 1) > spread();
    }

    boolean isReachedBy(Said said) {
      var fall = fallTo(said);
      return ratings < EARLIER || fall <= 0 || 4 * fall * fall * (ratings - 1) <= spread();
    }

    /// n times how far a rating lies under the mean.
    private long fallTo(Said said) {
      return sum - ratings * said.twelfths().orElseThrow();
    }

    private long spread() {
      return ratings * (ratings * squares - sum * sum);
    }
  }
}
