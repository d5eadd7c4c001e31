package org.saltwater.crying.ladder;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// What is thought of beforehand. All of it may be left out.
///
/// @param place where one is, and undisturbed
/// @param company someone to call
/// @param stop how one stops when it is enough
/// @param before discomfort now, 0 to 100; null if it was left out
/// @param mood how one is now, 0, as low as can be, to 10; null if it was left out
public record Preparation(
    String place, String company, String stop, @Nullable Integer before, @Nullable Integer mood) {
  public static final int LONGEST = 300;
  public static final int HIGHEST_MOOD = 10;

  public Preparation {
    place = place.strip();
    company = company.strip();
    stop = stop.strip();
  }

  /// @throws Refusal `invalid`
  Preparation checked() {
    var found = new ArrayList<FieldProblem>();
    check(found, "place", place);
    check(found, "company", company);
    check(found, "stop", stop);
    if (before != null && (before < Discomfort.LOWEST || before > Discomfort.HIGHEST)) {
      found.add(new FieldProblem("before", "ladder.discomfort.problem"));
    }
    if (mood != null && (mood < 0 || mood > HIGHEST_MOOD)) {
      found.add(new FieldProblem("mood", "ladder.mood.problem"));
    }
    if (!found.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, List.copyOf(found));
    }
    return this;
  }

  private static void check(List<FieldProblem> found, String field, String text) {
    if (text.length() > LONGEST) {
      found.add(new FieldProblem(field, "ladder.prepare.long", LONGEST));
    }
  }

  @Override
  public String toString() {
    return "Preparation[redacted]";
  }
}
