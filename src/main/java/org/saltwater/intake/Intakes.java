package org.saltwater.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Questionnaires;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
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
  private final IntakeReading reading;
  private final Answering answering;
  private final IntakeTokens tokens;
  private final Questionnaires questionnaires;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Intakes(
      IntakeRows rows,
      IntakeSeal seal,
      IntakeReading reading,
      Answering answering,
      IntakeTokens tokens,
      Questionnaires questionnaires,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.seal = seal;
    this.reading = reading;
    this.answering = answering;
    this.tokens = tokens;
    this.questionnaires = questionnaires;
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
  /// @throws Refusal idempotency-key-reused once something has been answered, or to another client;
  ///     intake-exists if the client has another one
  @Transactional
  public IntakeBegun begin(ClientId client, UUID key) {
    var hash = new IntakeToken(key.toString()).hash();
    rows.takeTurn(hash);
    var before = rows.findByRequest(hash);
    if (before.isEmpty()) {
      if (rows.find(client).isPresent()) {
        throw new Refusal(IntakeProblem.INTAKE_EXISTS);
      }
      var begun = begin(client);
      rows.setRequest(begun.intake(), hash);
      return begun;
    }
    var row = before.get();
    var answered = reading.open(Evidence.own(row.client()), row).given();
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
    return rows.find(client).map(row -> reading.open(Evidence.own(client), row));
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
    var row = toChange(client);
    return answering.save(row, reading.open(Evidence.own(client), row), page, given);
  }

  /// Keeps the answers of many pages at once, as someone brings them along who answered elsewhere:
  /// all, or none if one of them needs another look. Answers to what is not asked are left aside.
  ///
  /// @throws Refusal intake-unknown, or invalid with the fields to look at again
  @Transactional
  public Intake saveAll(ClientId client, Map<String, List<String>> given) {
    var row = toChange(client);
    return answering.saveAll(row, reading.open(Evidence.own(client), row), given);
  }

  /// Whether a page may be answered now: it is on the way, and nothing needed before it is missing.
  public static boolean isOpen(Intake intake, Group group) {
    var way = intake.walk().groups();
    var missing = intake.walk().firstUnfinished().map(way::indexOf).orElse(way.size());
    return intake.walk().has(group) && way.indexOf(group) <= missing;
  }

  /// Declares the questionnaire finished; again after answers were changed.
  ///
  /// @throws Refusal intake-unfinished if something needed is missing, or the way ends early
  @Transactional
  public void complete(ClientId client) {
    var row = toChange(client);
    var intake = reading.open(Evidence.own(client), row);
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
        .map(row -> reading.open(evidence, row));
  }

  /// The questionnaire for its scores alone, for someone who may see those.
  ///
  /// @throws Refusal not-allowed if the evidence does not cover them
  Optional<Intake> findScored(Evidence evidence) {
    evidence.require(Scope.SCORES);
    return rows.find(evidence.owner())
        .filter(row -> evidence.covers(Scope.SCORES, row.completedAt().orElse(row.changedAt())))
        .map(row -> reading.open(evidence, row));
  }

  /// Those who finished the questionnaire, page by page, in order of their ids.
  ///
  /// @param after the last one of the page before; null for the first
  public List<ClientId> listCompleted(@Nullable ClientId after, int size) {
    return rows.listCompleted(after, size);
  }

  private IntakeRows.Row toChange(ClientId client) {
    return rows.findToChange(client).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
