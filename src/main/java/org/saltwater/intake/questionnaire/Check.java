package org.saltwater.intake.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.saltwater.kernel.Refusal.FieldProblem;

/// Looks at the answers of one page before they are kept.
public final class Check {
  private final Function<Question, Set<String>> optionsOf;

  /// @param optionsOf every code that a question takes, "rather not say" left aside
  public Check(Function<Question, Set<String>> optionsOf) {
    this.optionsOf = optionsOf;
  }

  /// The answers as they are kept: without blanks and doubles; a question left out has none.
  public static Responses tidy(List<Question> asked, Map<String, List<String>> given) {
    var tidy = Responses.NONE;
    for (var question : asked) {
      var answers =
          given.getOrDefault(question.linkId(), List.of()).stream()
              // Forms send a new line as two characters; it counts, and is kept, as one.
              .map(answer -> answer.replace("\r\n", "\n").strip())
              .filter(answer -> !answer.isEmpty())
              .distinct()
              .toList();
      var first = answers.size() > 1 && !question.repeats() ? answers.subList(0, 1) : answers;
      tidy = tidy.with(question.linkId(), first);
    }
    return tidy;
  }

  public List<FieldProblem> problems(List<Question> asked, Responses tidy) {
    var problems = new ArrayList<FieldProblem>();
    for (var question : asked) {
      var answers = tidy.get(question.linkId());
      if (answers.isEmpty()) {
        if (question.required()) {
          problems.add(new FieldProblem(question.linkId(), needed(question)));
        }
      } else if (!isDeclined(question, answers)) {
        answers.stream()
            .flatMap(answer -> problem(question, answer).stream())
            .findFirst()
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  private static String needed(Question question) {
    return question.kind() == Question.Kind.AGREE
        ? "intake.problem.agree"
        : question.repeats() ? "intake.problem.some" : "intake.problem.needed";
  }

  private static boolean isDeclined(Question question, List<String> answers) {
    return question.canDecline() && answers.equals(List.of(Responses.DECLINED));
  }

  private List<FieldProblem> problem(Question question, String answer) {
    return switch (question.kind()) {
      case CHOICE ->
          optionsOf.apply(question).contains(answer)
              ? List.of()
              : List.of(new FieldProblem(question.linkId(), "intake.problem.option"));
      case AGREE ->
          answer.equals("true")
              ? List.of()
              : List.of(new FieldProblem(question.linkId(), "intake.problem.option"));
      case NUMBER ->
          isNumber(answer, question.most())
              ? List.of()
              : List.of(
                  new FieldProblem(question.linkId(), "intake.problem.number", question.most()));
      case LINE, TEXT ->
          answer.length() <= question.most()
              ? List.of()
              : List.of(
                  new FieldProblem(question.linkId(), "intake.problem.long", question.most()));
      case WORKED_OUT -> List.of();
    };
  }

  private static boolean isNumber(String answer, int most) {
    return answer.matches("\\d{1,6}") && Integer.parseInt(answer) <= most;
  }
}
