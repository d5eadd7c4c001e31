package org.saltwater.crying.ladder;

import java.util.ArrayList;
import java.util.List;
import org.saltwater.crying.Setting;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// A step as it is written down.
///
/// @param title what it is, in one's own words
public record NewStep(Setting stage, String title, Prompt prompt) {
  public static final int LONGEST_TITLE = 200;

  public NewStep {
    title = title.strip();
  }

  /// @throws Refusal `invalid` with all that needs another look
  NewStep checked() {
    var found = new ArrayList<FieldProblem>();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      found.add(
          new FieldProblem(
              "title", title.isEmpty() ? "ladder.step.empty" : "ladder.step.long", LONGEST_TITLE));
    }
    found.addAll(prompt.problems());
    if (!found.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, List.copyOf(found));
    }
    return new NewStep(stage, title, prompt.tidied());
  }

  @Override
  public String toString() {
    return "NewStep[redacted]";
  }
}
