package org.saltwater.crying.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ladders and their pauses as rows. Nothing in them is sealed: that there is one, whether it
// rests,
/// and who may see it.
@Component
class LadderRows {
  private static final String PAUSE =
      "select id, client, cause, paused_at, ended_at from crying_ladder_pause ";

  private final JdbcClient jdbc;

  LadderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One after the other for one client, until the caller's transaction ends.
  void takeTurn(ClientId client) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client, 191))::text")
        .param("client", client.toString())
        .query(String.class)
        .single();
  }

  Optional<Ladder> find(ClientId client) {
    var pause = findPause(client);
    return jdbc.sql(
            """
            select client, state, only_in_session, shared, shared_with, made_at
            from crying_ladder where client = ?
            """)
        .param(client.value())
        .query(
            (row, number) ->
                new Ladder(
                    client,
                    LadderState.valueOf(row.getString("state")),
                    row.getBoolean("only_in_session"),
                    Sharing.valueOf(row.getString("shared")),
                    Optional.ofNullable(row.getObject("shared_with", UUID.class))
                        .map(PersonId::new),
                    at(row, "made_at").orElseThrow(),
                    pause))
        .optional();
  }

  void insert(ClientId client, LadderState state, Instant now) {
    jdbc.sql("insert into crying_ladder (client, state, made_at) values (?, ?, ?)")
        .params(client.value(), state.name(), utc(now))
        .update();
  }

  void setState(ClientId client, LadderState state) {
    jdbc.sql("update crying_ladder set state = ? where client = ?")
        .params(state.name(), client.value())
        .update();
  }

  /// A ladder that was offered is begun.
  void begin(ClientId client, Instant now) {
    jdbc.sql("update crying_ladder set state = 'UNDER_WAY', made_at = ? where client = ?")
        .params(utc(now), client.value())
        .update();
  }

  /// Someone treats the client no longer: they see nothing of the ladder, also if they come back,
  /// and whoever comes next has not yet seen that it rests.
  void leave(ClientId client, PersonId reader) {
    jdbc.sql(
            """
            update crying_ladder set shared = 'NOTHING', shared_with = null
            where client = ? and shared_with = ?
            """)
        .params(client.value(), reader.value())
        .update();
    jdbc.sql("update crying_ladder_pause set seen_at = null where client = ? and ended_at is null")
        .param(client.value())
        .update();
  }

  void setOnlyInSession(ClientId client, boolean only) {
    jdbc.sql("update crying_ladder set only_in_session = ? where client = ?")
        .params(only, client.value())
        .update();
  }

  void share(ClientId client, Sharing shared, @Nullable PersonId with) {
    jdbc.sql(
            "update crying_ladder set shared = :shared, shared_with = :with where client = :client")
        .param("shared", shared.name())
        .param("with", with == null ? null : with.value())
        .param("client", client.value())
        .update();
  }

  Optional<Pause> findPause(ClientId client) {
    return jdbc.sql(PAUSE + "where client = ? and ended_at is null")
        .param(client.value())
        .query((row, number) -> pause(row))
        .optional();
  }

  /// When the client last went on after a pause.
  Optional<Instant> findLastResumed(ClientId client) {
    return jdbc.sql("select max(ended_at) as ended_at from crying_ladder_pause where client = ?")
        .param(client.value())
        .query((row, number) -> at(row, "ended_at"))
        .single();
  }

  void insertPause(Pause pause) {
    jdbc.sql("insert into crying_ladder_pause (id, client, cause, paused_at) values (?, ?, ?, ?)")
        .params(pause.id(), pause.client().value(), pause.cause().name(), utc(pause.pausedAt()))
        .update();
  }

  /// A graver cause shows again, even if the therapist had put the pause aside.
  void setCause(Pause pause, PauseCause cause) {
    jdbc.sql("update crying_ladder_pause set cause = ?, seen_at = null where id = ?")
        .params(cause.name(), pause.id())
        .update();
  }

  void endPause(Pause pause, Resumption by, Instant now) {
    jdbc.sql("update crying_ladder_pause set ended_at = ?, ended_by = ? where id = ?")
        .params(utc(now), by.name(), pause.id())
        .update();
  }

  /// Open pauses of these clients that were not put aside, the oldest first.
  List<Pause> listUnseen(List<UUID> clients) {
    return clients.isEmpty()
        ? List.of()
        : jdbc.sql(
                PAUSE
                    + "where client in (:clients) and ended_at is null and seen_at is null order by paused_at")
            .param("clients", clients)
            .query((row, number) -> pause(row))
            .list();
  }

  Optional<Pause> findPause(UUID id) {
    return jdbc.sql(PAUSE + "where id = ?").param(id).query((row, number) -> pause(row)).optional();
  }

  void setSeen(Pause pause, Instant now) {
    jdbc.sql("update crying_ladder_pause set seen_at = ? where id = ?")
        .params(utc(now), pause.id())
        .update();
  }

  private static Pause pause(ResultSet row) throws SQLException {
    return new Pause(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        PauseCause.valueOf(row.getString("cause")),
        at(row, "paused_at").orElseThrow(),
        at(row, "ended_at"));
  }

  static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
