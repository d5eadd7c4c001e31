package org.saltwater.intake.questionnaire;

import java.util.List;
import java.util.Set;

/// The questions of one page.
///
/// @param end whether the way ends here, kindly, without the rest being asked
/// @param marks what the page says besides its questions: `own` (our own questions, not a
///     validated scale), `on-call` (whether someone is there now)
public record Group(
    String linkId,
    List<Question> questions,
    List<Condition> enableWhen,
    boolean anyCondition,
    boolean end,
    Set<String> marks) {
  public Group {
    questions = List.copyOf(questions);
    enableWhen = List.copyOf(enableWhen);
    marks = Set.copyOf(marks);
  }

  public boolean is(String mark) {
    return marks.contains(mark);
  }
}
