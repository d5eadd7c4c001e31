package org.saltwater.alliance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// Answers to the check-in after an hour. Each may be left out.
///
/// @param ratings from 0, not at all, to 4, completely
/// @param feltWrong whatever felt wrong, in the person's own words; empty if nothing was said
public record CheckIn(Map<Item, Integer> ratings, String feltWrong) {
  public static final int HIGHEST = 4;
  public static final int MOST_CHARACTERS = 4_000;
  public static final CheckIn NOTHING = new CheckIn(Map.of(), "");

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
