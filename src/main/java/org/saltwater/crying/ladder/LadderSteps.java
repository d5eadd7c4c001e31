package org.saltwater.crying.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.crying.Setting;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The steps of a ladder: stage by stage, in the order in which they were written down. A step's
/// words and what the client chose for it are sealed.
@Service
public class LadderSteps {
  private static final String TABLE = "crying_ladder_step";
  private static final String SELECT =
      "select id, stage, state, made_by, made_at, sealed from crying_ladder_step ";

  private final JdbcClient jdbc;
  private final LadderRows ladders;
  private final RepetitionRows repetitions;
  private final Vault vault;
  private final AuditLog audit;
  private final JsonMapper json;
  private final Clock clock;

  LadderSteps(
      JdbcClient jdbc,
      LadderRows ladders,
      RepetitionRows repetitions,
      Vault vault,
      AuditLog audit,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.ladders = ladders;
    this.repetitions = repetitions;
    this.vault = vault;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  private record Sealed(String title, Prompt prompt) {
    @Override
    public String toString() {
      return "Sealed[redacted]";
    }
  }

  /// All of them, laid aside and proposed ones included, the lowest first.
  public List<Step> list(Evidence evidence) {
    return jdbc
        .sql(SELECT + "where client = ? order by position")
        .param(evidence.owner().value())
        .query((row, number) -> step(evidence, row))
        .list()
        .stream()
        .sorted(Comparator.comparing(Step::stage))
        .toList();
  }

  /// What a therapist proposed and the client has not answered: nothing else is opened.
  List<Step> listProposed(Evidence evidence, PersonId by) {
    return jdbc
        .sql(SELECT + "where client = ? and made_by = ? and state = 'PROPOSED' order by position")
        .params(evidence.owner().value(), by.value())
        .query((row, number) -> step(evidence, row))
        .list()
        .stream()
        .sorted(Comparator.comparing(Step::stage))
        .toList();
  }

  /// @throws Refusal `not-found`
  public Step get(Evidence evidence, UUID id) {
    return jdbc.sql(SELECT + "where client = ? and id = ?")
        .params(evidence.owner().value(), id)
        .query((row, number) -> step(evidence, row))
        .optional()
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// A step that may be taken now.
  ///
  /// @throws Refusal `ladder-not-begun`, `ladder-paused`, `contact-first`, `only-in-session`,
  ///     `ladder-moved-on` unless it is on the ladder, `not-found`
  Step getTakeable(Ladder open, ClientId client, UUID id) {
    var step = get(Evidence.own(client), id);
    if (step.state() != StepState.TAKEN) {
      throw new Refusal(LadderProblem.MOVED_ON);
    }
    if (open.onlyInSession() && step.stage() != Setting.SESSION) {
      throw new Refusal(LadderProblem.ONLY_IN_SESSION);
    }
    return step;
  }

  /// The client's own step, on the ladder at once. Again with the same id changes nothing.
  ///
  /// @throws Refusal `ladder-not-begun`; `invalid`; `not-found` if the id is someone else's
  @Transactional
  public Step add(ClientId client, UUID id, NewStep step) {
    var checked = step.checked();
    ladders.takeTurn(client);
    if (ladders.find(client).filter(it -> it.state() != LadderState.OFFERED).isEmpty()) {
      throw new Refusal(LadderProblem.LADDER_NOT_BEGUN);
    }
    insert(client, id, client.person(), StepState.TAKEN, checked);
    return get(Evidence.own(client), id);
  }

  /// A therapist's proposal; the caller has seen to it that they treat the client.
  @Transactional
  void propose(PersonId therapist, ClientId client, UUID id, NewStep step) {
    var checked = step.checked();
    ladders.takeTurn(client);
    if (ladders.find(client).isEmpty()) {
      ladders.insert(client, LadderState.OFFERED, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
    insert(client, id, therapist, StepState.PROPOSED, checked);
  }

  /// Writes a step anew.
  ///
  /// @throws Refusal `invalid`, `not-found`, or `ladder-moved-on` unless it is on the ladder
  @Transactional
  public Step change(ClientId client, UUID id, NewStep step) {
    var checked = step.checked();
    ladders.takeTurn(client);
    var before = get(Evidence.own(client), id);
    if (before.state() != StepState.TAKEN) {
      throw new Refusal(LadderProblem.MOVED_ON);
    }
    if ((before.stage() == Setting.SESSION) != (checked.stage() == Setting.SESSION)) {
      // A booked hour is no time of one's own, nor the other way round.
      repetitions.giveUpPlannedOf(id);
    }
    jdbc.sql("update crying_ladder_step set stage = ?, sealed = ? where id = ?")
        .params(checked.stage().name(), seal(client, id, checked), id)
        .update();
    note(client.person(), client, AuditAction.CHANGED);
    return get(Evidence.own(client), id);
  }

  /// Takes a proposed step, takes one up again, or lays one aside together with the times set aside
  /// for it. Sent again it changes nothing.
  ///
  /// @throws Refusal `not-found`; `ladder-not-begun` for a proposal before the page on safety
  @Transactional
  public void move(ClientId client, UUID id, StepState next) {
    ladders.takeTurn(client);
    var step = get(Evidence.own(client), id);
    if (step.state() == next) {
      return;
    }
    if (!step.state().canBecome(next)) {
      throw new Refusal(LadderProblem.MOVED_ON);
    }
    if (next == StepState.TAKEN
        && ladders.find(client).filter(it -> it.state() != LadderState.OFFERED).isEmpty()) {
      throw new Refusal(LadderProblem.LADDER_NOT_BEGUN);
    }
    jdbc.sql("update crying_ladder_step set state = ? where id = ?")
        .params(next.name(), id)
        .update();
    if (next == StepState.LAID_ASIDE) {
      repetitions.giveUpPlannedOf(id);
    }
    note(client.person(), client, AuditAction.CHANGED);
  }

  private void insert(ClientId client, UUID id, PersonId by, StepState state, NewStep step) {
    var made =
        jdbc.sql(
                """
                insert into crying_ladder_step (id, client, stage, state, made_by, made_at, sealed)
                values (:id, :client, :stage, :state, :by, :at, :sealed)
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("client", client.value())
            .param("stage", step.stage().name())
            .param("state", state.name())
            .param("by", by.value())
            .param("at", LadderRows.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
            .param("sealed", seal(client, id, step))
            .update();
    if (made == 1) {
      note(by, client, AuditAction.CREATED);
    } else if (!isOf(client, by, id)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
  }

  private boolean isOf(ClientId client, PersonId by, UUID id) {
    return jdbc.sql(
            """
            select exists (
              select from crying_ladder_step where id = ? and client = ? and made_by = ?)
            """)
        .params(id, client.value(), by.value())
        .query(Boolean.class)
        .single();
  }

  private byte[] seal(ClientId client, UUID id, NewStep step) {
    return vault.seal(
        new KeyScope.OfClient(client),
        new Place(TABLE, id, "sealed"),
        json.writeValueAsString(new Sealed(step.title(), step.prompt())));
  }

  private Step step(Evidence evidence, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var words =
        json.readValue(
            vault.open(
                evidence,
                new KeyScope.OfClient(evidence.owner()),
                new Place(TABLE, id, "sealed"),
                row.getBytes("sealed")),
            Sealed.class);
    return new Step(
        id,
        Setting.valueOf(row.getString("stage")),
        StepState.valueOf(row.getString("state")),
        new PersonId(row.getObject("made_by", UUID.class)),
        LadderRows.at(row, "made_at").orElseThrow(),
        words.title(),
        words.prompt());
  }

  private void note(PersonId by, ClientId client, AuditAction action) {
    audit.write(
        new AuditEntry(
            by,
            action,
            client,
            "crying.ladder",
            by.equals(client.person()) ? "own" : "edge.treating"));
  }
}
