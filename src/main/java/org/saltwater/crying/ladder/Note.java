package org.saltwater.crying.ladder;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// What is said of a repetition afterwards. All of it may be left out; nothing needs to have come.
///
/// @param peak discomfort at its highest, 0 to 100; null if it was left out
/// @param after discomfort now, 0 to 100; null if it was left out
/// @param mood how one is now, 0, as low as can be, to 10; null if it was left out
/// @param tears whether tears came; null if it was not said
/// @param words what came, in one's own words
public record Note(
    @Nullable Integer peak,
    @Nullable Integer after,
    @Nullable Integer mood,
    @Nullable Boolean tears,
    String words) {
  public static final int MOST_CHARACTERS = 4_000;

  public Note {
    words = words.strip();
  }

  /// @throws Refusal `invalid`
  Note checked() {
    var found = new ArrayList<FieldProblem>();
    check(found, "peak", peak);
    check(found, "after", after);
    if (mood != null && (mood < 0 || mood > Preparation.HIGHEST_MOOD)) {
      found.add(new FieldProblem("mood", "ladder.mood.problem"));
    }
    if (words.length() > MOST_CHARACTERS) {
      found.add(new FieldProblem("words", "ladder.note.long", MOST_CHARACTERS));
    }
    if (!found.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, List.copyOf(found));
    }
    return this;
  }

  private static void check(List<FieldProblem> found, String field, @Nullable Integer value) {
    if (value != null && (value < Discomfort.LOWEST || value > Discomfort.HIGHEST)) {
      found.add(new FieldProblem(field, "ladder.discomfort.problem"));
    }
  }

  @Override
  public String toString() {
    return "Note[redacted]";
  }
}
