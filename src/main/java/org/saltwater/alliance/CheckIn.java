package org.saltwater.alliance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// Answers to the check-in after an hour. Each may be left out.
///
/// @param ratings from 0, not at all, to 4, completely
/// @param feltWrong whatever felt wrong, in the person's own words; empty if nothing was said
/// @param wordsShared whether the therapist of that hour may read these words; that something felt
///     wrong they are told in any case
public record CheckIn(Map<Item, Integer> ratings, String feltWrong, boolean wordsShared) {
  public static final int HIGHEST = 4;
  public static final int MOST_CHARACTERS = 4_000;
  public static final CheckIn NOTHING = new CheckIn(Map.of(), "");

  /// The middle of the scale, "partly".
  private static final int MIDDLE = 2;

  /// A common multiple of one to four: the mean of so many ratings is a whole number of it.
  private static final int TWELFTHS = 12;

  /// @throws Refusal if a rating is out of range or the text too long
  public CheckIn {
    if (ratings.values().stream().anyMatch(rating -> rating < 0 || rating > HIGHEST)) {
      throw refused("ratings", "alliance.field.rating");
    }
    feltWrong = feltWrong.strip();
    if (feltWrong.length() > MOST_CHARACTERS) {
      throw refused("feltWrong", "alliance.field.long");
    }
    ratings = Collections.unmodifiableMap(new TreeMap<>(ratings));
  }

  /// The words stay with whoever wrote them.
  public CheckIn(Map<Item, Integer> ratings, String feltWrong) {
    this(ratings, feltWrong, false);
  }

  /// The mean of what was rated, in twelfths of a step and so without rounding; empty if nothing
  /// was.
  OptionalInt twelfths() {
    return ratings.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(
            ratings.values().stream().mapToInt(Integer::intValue).sum()
                * TWELFTHS
                / ratings.size());
  }

  /// The mean of what was rated, 0 to 4.
  public OptionalDouble mean() {
    var mean = twelfths();
    return mean.isPresent()
        ? OptionalDouble.of((double) mean.getAsInt() / TWELFTHS)
        : OptionalDouble.empty();
  }

  /// Whether it lies under "partly" on average. Our own choice of line, for a client who has no
  // mean
  /// of their own yet.
  boolean isLow() {
    return mean().orElse(HIGHEST) < MIDDLE;
  }

  public boolean saysNothing() {
    return ratings.isEmpty() && feltWrong.isEmpty();
  }

  /// For whoever may see the figures, but was not the one it was said to.
  CheckIn ratingsOnly() {
    return new CheckIn(ratings, "");
  }

  private static Refusal refused(String field, String words) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem(field, words, MOST_CHARACTERS)));
  }

  @Override
  public String toString() {
    return "CheckIn[redacted]";
  }
}
