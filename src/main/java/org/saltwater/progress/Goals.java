package org.saltwater.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Goals in the client's own words, and how near each is: a goal-based outcome, no validated scale.
/// Words and ratings are sealed.
@Service
public class Goals {
  public static final int MOST = 3;
  public static final int HIGHEST = 10;
  public static final int MOST_CHARACTERS = 300;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final FillingRows turns;
  private final AuditLog audit;
  private final Clock clock;

  Goals(JdbcClient jdbc, Vault vault, FillingRows turns, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.turns = turns;
    this.audit = audit;
    this.clock = clock;
  }

  /// Open ones and closed ones within reach, the oldest first. A goal made before the time that the
  /// evidence reaches back to is not among them.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not reach goals
  public List<Goal> list(Evidence evidence) {
    evidence.require(Scope.GOALS);
    return jdbc
        .sql(
            """
            select id, made_at, closed_at, sealed from progress_goal
            where client = :client order by position
            """)
        .param("client", evidence.owner().value())
        .query((row, number) -> goal(evidence, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// For the client's own eyes.
  public List<Goal> listOpen(ClientId client) {
    return list(Evidence.own(client)).stream().filter(Goal::isOpen).toList();
  }

  /// As [#add(ClientId, UUID, String)], with an id of its own.
  @Transactional
  public Goal add(ClientId client, String words) {
    return add(client, UUID.randomUUID(), words);
  }

  /// @param id the caller's own; again with the same one changes nothing
  /// @throws Refusal `enough-goals` while there are three; `invalid` if nothing was said or too
  ///     much; `not-found` if the id is someone else's
  @Transactional
  public Goal add(ClientId client, UUID id, String words) {
    var said = words.strip();
    if (said.isEmpty() || said.length() > MOST_CHARACTERS) {
      throw invalid("words", said.isEmpty() ? "progress.goal.empty" : "progress.goal.long");
    }
    turns.takeTurn(client);
    var before =
        list(Evidence.own(client)).stream().filter(goal -> goal.id().equals(id)).findFirst();
    if (before.isPresent()) {
      return before.get();
    }
    if (listOpen(client).size() >= MOST) {
      throw new Refusal(ProgressProblem.ENOUGH_GOALS);
    }
    var goal = new Goal(id, said, now(), Optional.empty(), List.of());
    var made =
        jdbc.sql(
                """
                insert into progress_goal (id, client, made_at, sealed) values (?, ?, ?, ?)
                on conflict (id) do nothing
                """)
            .params(
                goal.id(),
                client.value(),
                FillingRows.utc(goal.madeAt()),
                seal(client, new Place("progress_goal", goal.id(), "sealed"), said))
            .update();
    if (made == 0) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    note(client, AuditAction.CREATED);
    return goal;
  }

  /// Says how near a goal is. Again on the same day replaces it.
  ///
  /// @param value 0 to 10
  /// @throws Refusal `not-found` for a goal that is not the client's or is closed; `invalid`
  @Transactional
  public void rate(ClientId client, UUID id, int value) {
    if (value < 0 || value > HIGHEST) {
      throw invalid("value", "progress.goal.rating");
    }
    turns.takeTurn(client);
    var goal = getOpen(client, id);
    var now = now();
    jdbc.sql("delete from progress_rating where goal = :goal and rated_at > :since")
        .param("goal", goal.id())
        .param("since", FillingRows.utc(now.minus(Filling.OPEN_FOR)))
        .update();
    var rating = UUID.randomUUID();
    jdbc.sql(
            "insert into progress_rating (id, goal, client, rated_at, sealed) values (?, ?, ?, ?, ?)")
        .params(
            rating,
            goal.id(),
            client.value(),
            FillingRows.utc(now),
            seal(client, new Place("progress_rating", rating, "sealed"), Integer.toString(value)))
        .update();
  }

  /// Lays a goal aside: reached, or not wanted any more. It stays in the record.
  ///
  /// @throws Refusal `not-found` as [#rate]
  @Transactional
  public void close(ClientId client, UUID id) {
    var goal = getOpen(client, id);
    jdbc.sql("update progress_goal set closed_at = ? where id = ?")
        .params(FillingRows.utc(now()), goal.id())
        .update();
    note(client, AuditAction.CHANGED);
  }

  private Goal getOpen(ClientId client, UUID id) {
    return listOpen(client).stream()
        .filter(goal -> goal.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private Optional<Goal> goal(Evidence evidence, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var made = row.getObject("made_at", OffsetDateTime.class).toInstant();
    if (!evidence.covers(Scope.GOALS, made)) {
      return Optional.empty();
    }
    var closed = row.getObject("closed_at", OffsetDateTime.class);
    return Optional.of(
        new Goal(
            id,
            open(evidence, new Place("progress_goal", id, "sealed"), row.getBytes("sealed")),
            made,
            Optional.ofNullable(closed).map(OffsetDateTime::toInstant),
            ratings(evidence, id)));
  }

  private List<Goal.Rating> ratings(Evidence evidence, UUID goal) {
    return jdbc.sql(
            "select id, rated_at, sealed from progress_rating where goal = ? order by rated_at, id")
        .param(goal)
        .query(
            (row, number) ->
                new Goal.Rating(
                    row.getObject("rated_at", OffsetDateTime.class).toInstant(),
                    Integer.parseInt(
                        open(
                            evidence,
                            new Place("progress_rating", row.getObject("id", UUID.class), "sealed"),
                            row.getBytes("sealed")))))
        .list();
  }

  private String open(Evidence evidence, Place place, byte[] stored) {
    return vault.open(evidence, new KeyScope.OfClient(evidence.owner()), place, stored);
  }

  private byte[] seal(ClientId client, Place place, String text) {
    return vault.seal(new KeyScope.OfClient(client), place, text);
  }

  private void note(ClientId client, AuditAction action) {
    audit.write(new AuditEntry(client.person(), action, client, "progress.goal", "own"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Refusal invalid(String field, String words) {
    return new Refusal(
        GeneralProblem.INVALID,
        List.of(new FieldProblem(field, words, field.equals("words") ? MOST_CHARACTERS : HIGHEST)));
  }
}
