package org.saltwater.intake.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the faults a questionnaire's file can have before anyone answers it.
final class QuestionnaireCheck {
  private QuestionnaireCheck() {}

  static List<String> faults(Questionnaire questionnaire) {
    var faults = new ArrayList<String>();
    var known = new HashSet<String>();
    var pages = new HashSet<String>();
    for (var group : questionnaire.groups()) {
      if (!pages.add(group.linkId())) {
        faults.add(group.linkId() + " stands twice");
      }
      // A page never changes under someone's hands: what it asks depends on earlier pages only.
      needs(group.enableWhen().stream().map(Condition::question), known, group.linkId(), faults);
      for (var question : group.questions()) {
        needs(
            Stream.concat(
                question.enableWhen().stream().map(Condition::question),
                question.optionsFrom().stream()),
            known,
            question.linkId(),
            faults);
      }
      for (var question : group.questions()) {
        if (!known.add(question.linkId())) {
          faults.add(question.linkId() + " stands twice");
        }
        itself(question, faults);
      }
    }
    return faults;
  }

  private static void itself(Question question, List<String> faults) {
    var hasOptions =
        !question.options().isEmpty()
            || question.optionSet().isPresent()
            || question.instrument().isPresent();
    if (question.kind() == Question.Kind.CHOICE && !hasOptions) {
      faults.add(question.linkId() + " offers nothing");
    }
    if (question.isAsked() == question.formula().isPresent()) {
      faults.add(question.linkId() + " is neither asked nor worked out");
    }
    var measured =
        Set.of(Question.Kind.NUMBER, Question.Kind.LINE, Question.Kind.TEXT)
            .contains(question.kind());
    if (measured && question.most() <= 0) {
      faults.add(question.linkId() + " has no limit");
    }
  }

  private static void needs(
      Stream<String> named, Set<String> known, String where, List<String> faults) {
    named
        .filter(question -> !known.contains(question))
        .forEach(question -> faults.add(where + " depends on " + question + ", asked later"));
  }
}
