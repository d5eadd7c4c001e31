package org.saltwater.intake.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.Intake;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.OptionSets;
import org.saltwater.intake.QuestionWords;
import org.saltwater.intake.questionnaire.Condition;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Questionnaire;
import org.saltwater.intake.questionnaire.Questionnaires;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The questionnaire itself for programs, in words.
@RestController
@For(Audience.ANYONE)
class QuestionnaireAnswers {
  private final Questionnaires questionnaires;
  private final OptionSets options;
  private final QuestionViews views;

  QuestionnaireAnswers(Questionnaires questionnaires, OptionSets options, QuestionViews views) {
    this.questionnaires = questionnaires;
    this.options = options;
    this.views = views;
  }

  record Answer(String id, String version, List<SectionAnswer> sections) {}

  record SectionAnswer(String linkId, String title, List<GroupAnswer> groups) {}

  /// @param end whether the way ends here
  record GroupAnswer(
      String linkId,
      boolean end,
      List<Condition> enableWhen,
      boolean any,
      List<QuestionAnswer> questions) {}

  /// @param instrument the published instrument it belongs to; none for our own wording, which is
  ///     not a validated scale
  record QuestionAnswer(
      String linkId,
      String text,
      Question.Kind kind,
      boolean required,
      boolean repeats,
      List<Condition> enableWhen,
      List<OptionAnswer> options,
      int most,
      @Nullable String instrument) {}

  record OptionAnswer(String code, String text) {}

  /// The newest version. Options that depend on earlier answers are those before any answer.
  @GetMapping("/api/v1/questionnaires/intake")
  Answer newest(Locale reader) {
    return answer(
        questionnaires.newest(Intakes.QUESTIONNAIRE), Responses.NONE, views.words(reader));
  }

  Answer answer(Intake intake, Locale reader) {
    return answer(intake.questionnaire(), intake.walk().counting(), views.words(reader));
  }

  private Answer answer(Questionnaire questionnaire, Responses counting, QuestionWords words) {
    return new Answer(
        questionnaire.id(),
        questionnaire.version(),
        questionnaire.sections().stream()
            .map(
                section ->
                    new SectionAnswer(
                        section.linkId(),
                        words.section(section),
                        section.groups().stream().map(g -> group(g, counting, words)).toList()))
            .toList());
  }

  private GroupAnswer group(Group group, Responses counting, QuestionWords words) {
    return new GroupAnswer(
        group.linkId(),
        group.end(),
        group.enableWhen(),
        group.anyCondition(),
        group.questions().stream()
            .filter(Question::isAsked)
            .map(question -> question(question, counting, words))
            .toList());
  }

  private QuestionAnswer question(Question question, Responses counting, QuestionWords words) {
    var codes =
        question.kind() == Question.Kind.CHOICE
            ? options.list(question, counting)
            : List.<String>of();
    return new QuestionAnswer(
        question.linkId(),
        words.question(question),
        question.kind(),
        question.required(),
        question.repeats(),
        question.enableWhen(),
        codes.stream().map(code -> new OptionAnswer(code, words.option(question, code))).toList(),
        question.most(),
        question.instrument().orElse(null));
  }
}
