package org.saltwater.intake;

import java.util.List;
import java.util.Optional;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.kernel.Refusal.FieldProblem;

/// What became of the answers of one page.
public sealed interface PageSaved {
  /// The intake as it is now.
  Intake intake();

  /// They are kept.
  ///
  /// @param next the page after this one on the way they open; empty at the end
  /// @param help whether help should be shown at once, before the next page
  record Kept(Intake intake, Optional<Group> next, boolean help) implements PageSaved {}

  /// Something needs another look; what was in order is kept all the same.
  ///
  /// @param given everything as it was given, to be shown again
  /// @param help whether help should be shown at once, beside what needs another look
  record AnotherLook(Intake intake, Responses given, List<FieldProblem> problems, boolean help)
      implements PageSaved {
    @Override
    public String toString() {
      return "AnotherLook[redacted]";
    }
  }
}
