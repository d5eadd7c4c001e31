package org.saltwater.crying.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps repetitions; what was prepared and what was noted is sealed with the client's key.
@Component
class RepetitionRows {
  private static final String TABLE = "crying_repetition";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final JsonMapper json;

  RepetitionRows(JdbcClient jdbc, Vault vault, JsonMapper json) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
  }

  /// @return false if there is one with this id already
  boolean insert(ClientId client, Repetition it) {
    return jdbc.sql(
                """
                insert into crying_repetition (id, client, step, state, starts_at, ends_at, hour)
                values (:id, :client, :step, :state, :start, :end, :hour)
                on conflict (id) do nothing
                """)
            .param("id", it.id())
            .param("client", client.value())
            .param("step", it.step())
            .param("state", it.state().name())
            .param("start", LadderRows.utc(it.start()))
            .param("end", LadderRows.utc(it.end()))
            .param("hour", it.hour().map(AppointmentId::value).orElse(null), Types.OTHER)
            .update()
        == 1;
  }

  Optional<Repetition> find(Evidence evidence, UUID id) {
    return list(evidence, "id = ?", id).stream().findFirst();
  }

  /// In the order of their times.
  List<Repetition> list(Evidence evidence) {
    return list(evidence, "true");
  }

  List<Repetition> listOf(Evidence evidence, UUID step) {
    return list(evidence, "step = ?", step);
  }

  /// Set aside in this stretch outside hours that are booked, by a client whose ladder does not
  /// rest: without opening anything.
  List<Repetition> listPlanned(ClientId client, Instant from, Instant to) {
    return jdbc.sql(
            """
            select r.id, r.step, r.state, r.starts_at, r.ends_at, r.hour, r.begun_at, r.ended_at
            from crying_repetition r
            join crying_ladder l on l.client = r.client and l.state = 'UNDER_WAY'
            where r.client = :client and r.state in ('PLANNED', 'UNDER_WAY') and r.hour is null
              and r.ends_at > :from and r.starts_at < :to
            order by r.starts_at, r.id
            """)
        .param("client", client.value())
        .param("from", LadderRows.utc(from))
        .param("to", LadderRows.utc(to))
        .query((row, number) -> repetition(row, Optional.empty(), Optional.empty()))
        .list();
  }

  /// @return false if it was not in that state any more
  boolean move(UUID id, RepetitionState from, RepetitionState to, Instant now) {
    return jdbc.sql(
                """
                update crying_repetition set state = :to,
                  begun_at = case when :to = 'UNDER_WAY' then :now else begun_at end,
                  ended_at = case when :to = 'ENDED' then :now else ended_at end
                where id = :id and state = :from
                """)
            .param("id", id)
            .param("from", from.name())
            .param("to", to.name())
            .param("now", LadderRows.utc(now))
            .update()
        == 1;
  }

  /// Gives up what was to be taken in an hour that is not held.
  void giveUpPlannedIn(AppointmentId hour) {
    jdbc.sql("update crying_repetition set state = 'GIVEN_UP' where hour = ? and state = 'PLANNED'")
        .param(hour.value())
        .update();
  }

  /// Takes what was to be taken in one hour to where that was moved.
  void follow(AppointmentId hour, AppointmentId to, Instant start, Instant end) {
    jdbc.sql(
            """
            update crying_repetition set hour = :to, starts_at = :start, ends_at = :end
            where hour = :hour and state = 'PLANNED'
            """)
        .param("hour", hour.value())
        .param("to", to.value())
        .param("start", LadderRows.utc(start))
        .param("end", LadderRows.utc(end))
        .update();
  }

  /// Gives free what was set aside for a step that is not to be taken.
  void giveUpPlannedOf(UUID step) {
    jdbc.sql("update crying_repetition set state = 'GIVEN_UP' where step = ? and state = 'PLANNED'")
        .param(step)
        .update();
  }

  /// Gives free what was set aside outside sessions.
  void giveUpPlannedOutsideSessions(ClientId client) {
    jdbc.sql(
            """
            update crying_repetition r set state = 'GIVEN_UP' from crying_ladder_step s
            where s.id = r.step and r.client = ? and r.state = 'PLANNED' and s.stage <> 'SESSION'
            """)
        .param(client.value())
        .update();
  }

  void prepare(ClientId client, UUID id, Preparation preparation) {
    keep(client, id, "prepared", json.writeValueAsString(preparation));
  }

  void note(ClientId client, UUID id, Note note) {
    keep(client, id, "noted", json.writeValueAsString(note));
  }

  /// @param column one of the two
  private void keep(ClientId client, UUID id, String column, String text) {
    jdbc.sql("update crying_repetition set " + column + " = ? where id = ?")
        .params(vault.seal(new KeyScope.OfClient(client), new Place(TABLE, id, column), text), id)
        .update();
  }

  private List<Repetition> list(Evidence evidence, String which, UUID... ids) {
    var values = new ArrayList<UUID>();
    values.add(evidence.owner().value());
    values.addAll(List.of(ids));
    return jdbc.sql(
            """
            select id, step, state, starts_at, ends_at, hour, begun_at, ended_at, prepared, noted
            from crying_repetition where client = ? and\s"""
                + which
                + " order by coalesce(begun_at, starts_at), id")
        .params(values)
        .query(
            (row, number) -> {
              var id = row.getObject("id", UUID.class);
              return repetition(
                  row,
                  open(evidence, id, row, "prepared", Preparation.class),
                  open(evidence, id, row, "noted", Note.class));
            })
        .list();
  }

  private <T> Optional<T> open(
      Evidence evidence, UUID id, ResultSet row, String column, Class<T> type) throws SQLException {
    return Optional.ofNullable(row.getBytes(column))
        .map(
            bytes ->
                vault.open(
                    evidence,
                    new KeyScope.OfClient(evidence.owner()),
                    new Place(TABLE, id, column),
                    bytes))
        .map(text -> json.readValue(text, type));
  }

  private static Repetition repetition(
      ResultSet row, Optional<Preparation> prepared, Optional<Note> noted) throws SQLException {
    return new Repetition(
        row.getObject("id", UUID.class),
        row.getObject("step", UUID.class),
        RepetitionState.valueOf(row.getString("state")),
        LadderRows.at(row, "starts_at").orElseThrow(),
        LadderRows.at(row, "ends_at").orElseThrow(),
        Optional.ofNullable(row.getObject("hour", UUID.class)).map(AppointmentId::new),
        LadderRows.at(row, "begun_at"),
        LadderRows.at(row, "ended_at"),
        prepared,
        noted);
  }
}
