package org.saltwater.intake.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.intake.Intake;
import org.saltwater.intake.OptionSets;
import org.saltwater.intake.QuestionWords;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.measures.Instrument;
import org.saltwater.measures.Instruments;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Makes what the pages show of an intake.
@Component
class QuestionViews {
  private final MessageSource bundles;
  private final Instruments instruments;
  private final OptionSets options;
  private final OnCall onCall;

  QuestionViews(MessageSource bundles, Instruments instruments, OptionSets options, OnCall onCall) {
    this.bundles = bundles;
    this.instruments = instruments;
    this.options = options;
    this.onCall = onCall;
  }

  QuestionWords words(Locale reader) {
    return new QuestionWords(new Words(bundles, reader), instruments);
  }

  /// @param given what the fields hold: the stored answers, or those that need another look
  QuestionView page(
      Intake intake, Group group, Responses given, List<FieldProblem> problems, Locale reader) {
    var words = words(reader);
    var asked = intake.walk().asked(group);
    var progress = intake.walk().progress(group);
    return new QuestionView(
        number(intake, group),
        progress.section() + 1,
        progress.sections(),
        words.section(intake.questionnaire().sectionOf(group)),
        asked.size() == 1 ? Optional.empty() : words.heading(group),
        words.intro(group),
        asked.stream().map(q -> asked(intake, q, given, problems, words)).toList(),
        intake.walk().before(group).isEmpty(),
        group.is("own"),
        group.is("on-call") ? Optional.of(onCall.isSomeoneThere()) : Optional.empty(),
        credits(asked),
        new FormErrors(problems),
        null);
  }

  /// A page's number in the address, from 1.
  static int number(Intake intake, Group group) {
    return intake.questionnaire().groups().indexOf(group) + 1;
  }

  private AskedView asked(
      Intake intake,
      Question question,
      Responses given,
      List<FieldProblem> problems,
      QuestionWords words) {
    var answers = given.get(question.linkId());
    var error =
        problems.stream()
            .filter(problem -> problem.field().equals(question.linkId()))
            .findFirst()
            .map(words.words()::say)
            .orElse(null);
    return new AskedView(
        question.linkId(),
        layout(question),
        words.question(question),
        words.help(question),
        question.kind() == Question.Kind.CHOICE
            ? choices(intake, question, answers, words)
            : List.of(),
        question.repeats(),
        question.required(),
        answers.isEmpty() ? "" : answers.getFirst(),
        question.most(),
        error);
  }

  private static String layout(Question question) {
    return question.kind() == Question.Kind.CHOICE
        ? question.as()
        : question.kind().name().toLowerCase(Locale.ROOT);
  }

  private List<AskedView.OptionView> choices(
      Intake intake, Question question, List<String> answers, QuestionWords words) {
    var counting = intake.walk().counting();
    var codes = new ArrayList<>(options.list(question, counting));
    if (question.linkId().equals("domains.second")) {
      codes.removeAll(counting.get("domains.first"));
    }
    if (question.canDecline()) {
      codes.add(Responses.DECLINED);
    }
    // A zone is the one answer we can guess: the person's place was given before.
    var chosen =
        answers.isEmpty() && question.optionSet().filter("zones"::equals).isPresent()
            ? codes.subList(0, 1)
            : answers;
    var shown =
        codes.stream()
            .map(
                code ->
                    new AskedView.OptionView(
                        code, words.option(question, code), chosen.contains(code)));
    return question.optionSet().filter("places"::equals).isPresent()
        ? shown
            .sorted(
                Comparator.comparing(
                    AskedView.OptionView::text, Collator.getInstance(words.words().locale())))
            .toList()
        : shown.toList();
  }

  private List<QuestionView.Credit> credits(List<Question> asked) {
    return asked.stream()
        .flatMap(question -> question.instrument().stream())
        .distinct()
        .map(instruments::get)
        .filter(Instrument::validated)
        .map(
            one ->
                new QuestionView.Credit(
                    one.title(), one.attribution(), one.licence(), one.source()))
        .toList();
  }
}
