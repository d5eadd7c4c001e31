package org.saltwater.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.intake.questionnaire.Check;
import org.saltwater.intake.questionnaire.Formula;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Questionnaire;
import org.saltwater.intake.questionnaire.Questionnaires;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.intake.questionnaire.Walk;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskSource;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everyone's questionnaires. What is answered is sealed at once, a page at a time.
@Component
public class Intakes {
  /// The questionnaire that leads to a match.
  public static final String QUESTIONNAIRE = "intake";

  private final IntakeRows rows;
  private final IntakeSeal seal;
  private final IntakeTokens tokens;
  private final Questionnaires questionnaires;
  private final Formulas formulas;
  private final OptionSets options;
  private final RiskFlags risks;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Intakes(
      IntakeRows rows,
      IntakeSeal seal,
      IntakeTokens tokens,
      Questionnaires questionnaires,
      Formulas formulas,
      OptionSets options,
      RiskFlags risks,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.seal = seal;
    this.tokens = tokens;
    this.questionnaires = questionnaires;
    this.formulas = formulas;
    this.options = options;
    this.risks = risks;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Begins a questionnaire for someone who has none.
  ///
  /// @param client a new id for a visitor, their own for someone with an account
  @Transactional
  public IntakeBegun begin(ClientId client) {
    var id = UUID.randomUUID();
    var now = now();
    var version = questionnaires.newest(QUESTIONNAIRE).version();
    rows.add(
        new IntakeRows.Row(
            id,
            client,
            version,
            new Redacted<>(seal.seal(client, id, new IntakeSeal.Content(version, null, Map.of()))),
            Optional.empty(),
            now,
            now,
            Optional.empty()));
    return new IntakeBegun(
        id, client, tokens.add(id, IntakeTokens.Kind.VISIT, IntakeTokens.VISIT_WORTH));
  }

  /// The same for a request that may come twice because its answer was lost. As long as nothing has
  /// been answered, the same key leads to the same intake, with a new token in place of the lost
  /// one; so a key is worth as much as a token, and is kept as a hash as well.
  ///
  /// @throws Refusal idempotency-key-reused once something has been answered, or to another client
  @Transactional
  public IntakeBegun begin(ClientId client, UUID key) {
    var hash = new IntakeToken(key.toString()).hash();
    rows.takeTurn(hash);
    var before = rows.findByRequest(hash);
    if (before.isEmpty()) {
      var begun = begin(client);
      rows.setRequest(begun.intake(), hash);
      return begun;
    }
    var row = before.get();
    var answered = intake(row, seal.open(Evidence.own(row.client()), row)).given();
    if (!answered.values().isEmpty()) {
      throw new Refusal(IntakeProblem.KEY_REUSED);
    }
    tokens.deleteVisits(row.id());
    return new IntakeBegun(
        row.id(),
        row.client(),
        tokens.add(row.id(), IntakeTokens.Kind.VISIT, IntakeTokens.VISIT_WORTH));
  }

  /// For the client's own eyes.
  public Optional<Intake> find(ClientId client) {
    return rows.find(client).map(row -> intake(row, seal.open(Evidence.own(client), row)));
  }

  /// @throws Refusal intake-unknown
  public Intake get(ClientId client) {
    return find(client).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
  }

  /// Keeps the answers of one page. Where something needs another look, the rest is kept.
  ///
  /// @param given link id to what was typed or chosen; a question of the page that is missing in it
  ///     has no answer any more
  /// @throws Refusal intake-unknown, or page-not-open if the page is not on the way
  @Transactional
  public PageSaved save(ClientId client, String page, Map<String, List<String>> given) {
    var row =
        rows.findToChange(client).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
    var before = intake(row, seal.open(Evidence.own(client), row));
    var group =
        before
            .questionnaire()
            .find(page)
            .filter(found -> isOpen(before, found))
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

  /// Keeps the answers of many pages at once, as someone brings them along who answered elsewhere:
  /// all, or none if one of them needs another look. Answers to what is not asked are left aside.
  ///
  /// @throws Refusal intake-unknown, or invalid with the fields to look at again
  @Transactional
  public Intake saveAll(ClientId client, Map<String, List<String>> given) {
    var row =
        rows.findToChange(client).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
    var before = intake(row, seal.open(Evidence.own(client), row));
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

  /// Whether a page may be answered now: it is on the way, and nothing needed before it is missing.
  public static boolean isOpen(Intake intake, Group group) {
    var way = intake.walk().groups();
    var missing = intake.walk().firstUnfinished().map(way::indexOf).orElse(way.size());
    return intake.walk().has(group) && way.indexOf(group) <= missing;
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
    rows.save(row.id(), seal.seal(row.client(), row.id(), content), now());
    return intake(row, content);
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

  /// Declares the questionnaire finished; again after answers were changed.
  ///
  /// @throws Refusal intake-unfinished if something needed is missing, or the way ends early
  @Transactional
  public void complete(ClientId client) {
    var row =
        rows.findToChange(client).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
    var intake = intake(row, seal.open(Evidence.own(client), row));
    if (!intake.walk().isComplete()) {
      throw new Refusal(IntakeProblem.INTAKE_UNFINISHED);
    }
    var answers = new MatchingReader(intake.questionnaire(), intake.walk().counting()).read(client);
    rows.complete(row.id(), seal.seal(answers, row.id()), now());
    audit.write(
        new AuditEntry(
            null, AuditAction.CONSENT_GIVEN, client, "intake.consent", "version." + row.version()));
    events.publishEvent(new IntakeCompleted(client));
  }

  /// What matching needs of a finished questionnaire.
  ///
  /// @throws Refusal not-allowed if the evidence does not cover it
  public Optional<MatchingAnswers> matchingAnswers(Evidence evidence) {
    evidence.require(Scope.QUESTIONNAIRE);
    return rows.find(evidence.owner()).flatMap(row -> seal.openMatching(evidence, row));
  }

  /// The questionnaire, for someone who may read it.
  ///
  /// @throws Refusal not-allowed if the evidence does not cover it
  public Optional<Intake> findFor(Evidence evidence) {
    evidence.require(Scope.QUESTIONNAIRE);
    return rows.find(evidence.owner())
        .filter(row -> evidence.covers(Scope.QUESTIONNAIRE, row.begunAt()))
        .map(row -> intake(row, seal.open(evidence, row)));
  }

  /// The questionnaire for its scores alone, for someone who may see those.
  ///
  /// @throws Refusal not-allowed if the evidence does not cover them
  Optional<Intake> findScored(Evidence evidence) {
    evidence.require(Scope.SCORES);
    return rows.find(evidence.owner())
        .filter(row -> evidence.covers(Scope.SCORES, row.completedAt().orElse(row.changedAt())))
        .map(row -> intake(row, seal.open(evidence, row)));
  }

  private Intake intake(IntakeRows.Row row, IntakeSeal.Content content) {
    var questionnaire = questionnaires.get(QUESTIONNAIRE, content.version());
    return new Intake(
        row.id(),
        row.client(),
        questionnaire,
        content.given(),
        new Walk(questionnaire, content.given(), formulas),
        content.page(),
        row.begunAt(),
        row.changedAt(),
        row.completedAt());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
