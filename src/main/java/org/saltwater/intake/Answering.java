package org.saltwater.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saltwater.intake.questionnaire.Check;
import org.saltwater.intake.questionnaire.Formula;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Questionnaire;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.intake.questionnaire.Walk;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskSource;
import org.springframework.stereotype.Component;

/// Keeps what was answered, a page or all at once, and brings a human where it tells of danger.
/// Joins the caller's transaction; opens nothing itself.
@Component
class Answering {
  private final IntakeRows rows;
  private final IntakeSeal seal;
  private final IntakeReading reading;
  private final Formulas formulas;
  private final OptionSets options;
  private final RiskFlags risks;
  private final Clock clock;

  Answering(
      IntakeRows rows,
      IntakeSeal seal,
      IntakeReading reading,
      Formulas formulas,
      OptionSets options,
      RiskFlags risks,
      Clock clock) {
    this.rows = rows;
    this.seal = seal;
    this.reading = reading;
    this.formulas = formulas;
    this.options = options;
    this.risks = risks;
    this.clock = clock;
  }

  /// As [Intakes#save].
  PageSaved save(IntakeRows.Row row, Intake before, String page, Map<String, List<String>> given) {
    var group =
        before
            .questionnaire()
            .find(page)
            .filter(found -> Intakes.isOpen(before, found))
            .orElseThrow(() -> new Refusal(IntakeProblem.PAGE_NOT_OPEN));
    var asked = before.walk().asked(group);
    var tidy = Check.tidy(asked, given);
    var counting = before.walk().counting();
    var problems =
        new Check(question -> Set.copyOf(options.list(question, counting))).problems(asked, tidy);
    var after = keep(before, row, group, merged(before, asked, tidy, problems));
    // Before anything else: a slip elsewhere on the page must not keep a human away.
    var help = raise(before, after, asked);
    if (!problems.isEmpty()) {
      return new PageSaved.AnotherLook(after, tidy, problems, help);
    }
    return new PageSaved.Kept(after, after.walk().after(group), help);
  }

  /// As [Intakes#saveAll].
  Intake saveAll(IntakeRows.Row row, Intake before, Map<String, List<String>> given) {
    var all = before.questionnaire().questions().filter(Question::isAsked).toList();
    var said = all.stream().filter(question -> given.containsKey(question.linkId())).toList();
    var walk = new Walk(before.questionnaire(), with(before.given(), said, given), formulas);
    var counting = walk.counting();
    var asked =
        walk.groups().stream()
            .flatMap(group -> walk.asked(group).stream())
            .filter(said::contains)
            .toList();
    var check = new Check(question -> Set.copyOf(options.list(question, counting)));
    var problems = check.problems(asked, Check.tidy(asked, given));
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
    var last =
        walk.groups().stream()
            .filter(group -> !Collections.disjoint(group.questions(), asked))
            .reduce(walk.groups().getFirst(), (earlier, group) -> group);
    var after = keep(before, row, last, with(before.given(), asked, given));
    raise(before, after, asked);
    return after;
  }

  private static Responses with(
      Responses before, List<Question> said, Map<String, List<String>> given) {
    var values = new LinkedHashMap<>(before.values());
    values.putAll(Check.tidy(said, given).values());
    return new Responses(values);
  }

  private static Responses merged(
      Intake before, List<Question> asked, Responses tidy, List<Refusal.FieldProblem> problems) {
    var merged = before.given();
    for (var question : asked) {
      var inOrder = problems.stream().noneMatch(p -> p.field().equals(question.linkId()));
      merged = inOrder ? merged.with(question.linkId(), tidy.get(question.linkId())) : merged;
    }
    return merged;
  }

  private Intake keep(Intake before, IntakeRows.Row row, Group group, Responses answered) {
    var given = withKept(before.questionnaire(), group, answered);
    var walk = new Walk(before.questionnaire(), given, formulas);
    var at = walk.after(group).orElse(group).linkId();
    var content = new IntakeSeal.Content(row.version(), at, given.values());
    rows.save(
        row.id(),
        seal.seal(row.client(), row.id(), content),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    return reading.with(row, content);
  }

  /// With what is worked out once: on its own page as of now, elsewhere where it is not yet known.
  private Responses withKept(Questionnaire questionnaire, Group group, Responses answered) {
    var given = answered;
    for (var question : questionnaire.questions().toList()) {
      var formula = question.formula().filter(Formula::isKept);
      var isDue = group.questions().contains(question) || given.get(question.linkId()).isEmpty();
      if (formula.isPresent() && isDue) {
        given = given.with(question.linkId(), formulas.apply(formula.get(), answered));
      }
    }
    return given;
  }

  /// Any answer about hurting oneself that is new and not a plain no brings a human, and help at
  /// once. A no brings nothing, and reassures nobody.
  private boolean raise(Intake before, Intake after, List<Question> asked) {
    var shown = false;
    for (var question : asked) {
      var level = MatchingReader.riskOf(question, after.walk().counting());
      var isNew =
          !MatchingReader.riskyOf(question, after.given())
              .equals(MatchingReader.riskyOf(question, before.given()));
      if (level.isPresent() && isNew) {
        risks.raise(after.client(), level.get(), source(question));
        shown = true;
      }
    }
    return shown;
  }

  private static RiskSource source(Question question) {
    return question.instrument().isPresent() ? RiskSource.INSTRUMENT : RiskSource.QUESTIONNAIRE;
  }
}
