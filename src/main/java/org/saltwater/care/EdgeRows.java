package org.saltwater.care;

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
import org.saltwater.vault.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Edges as rows. Never cached: what has been closed is closed for the next question.
@Component
class EdgeRows {
  private static final String COLUMNS =
      "e.id, e.client, e.reader, e.kind, e.state, e.reason, e.asked_by, e.opened_at, e.ends_at";

  private final JdbcClient jdbc;

  EdgeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An edge that opens a part of a record, and since when.
  record Reaching(Edge edge, Instant since) {}

  /// @return false if there is one of this kind between the two already
  boolean insert(Edge edge, Reach reach) {
    var inserted =
        jdbc.sql(
                """
                insert into care_edge (id, client, reader, kind, state, reason, asked_by, opened_at, ends_at)
                values (:id, :client, :reader, :kind, :state, :reason, :askedBy, :openedAt, :endsAt)
                on conflict do nothing
                """)
            .param("id", edge.id())
            .param("client", edge.client().value())
            .param("reader", edge.reader().value())
            .param("kind", edge.kind().name())
            .param("state", edge.state().name())
            .param("reason", edge.reason())
            .param("askedBy", edge.askedBy().map(PersonId::value).orElse(null))
            .param("openedAt", utc(edge.openedAt()))
            .param("endsAt", edge.endsAt().map(EdgeRows::utc).orElse(null))
            .update();
    if (inserted == 1) {
      reach
          .since()
          .forEach(
              (scope, since) ->
                  jdbc.sql("insert into care_reach (edge, scope, since) values (?, ?, ?)")
                      .param(edge.id())
                      .param(scope.name())
                      .param(since.equals(Reach.ALL) ? null : utc(since))
                      .update());
    }
    return inserted == 1;
  }

  /// Those through which this person may read this part of the record now.
  List<Reaching> listReaching(PersonId reader, ClientId client, Scope scope, Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + ", r.since from care_edge e join care_reach r on r.edge = e.id"
                + " where e.reader = :reader and e.client = :client and r.scope = :scope"
                + " and e.state = 'OPEN' and (e.ends_at is null or e.ends_at > :now)"
                + " order by r.since nulls first")
        .param("reader", reader.value())
        .param("client", client.value())
        .param("scope", scope.name())
        .param("now", utc(now))
        .query(
            (row, number) -> {
              var since = instant(row, "since");
              return new Reaching(edge(row), since == null ? Reach.ALL : since);
            })
        .list();
  }

  Optional<Edge> findToChange(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from care_edge e where id = :id for update")
        .param("id", id)
        .query((row, number) -> edge(row))
        .optional();
  }

  /// Asked and open ones of a client.
  List<Edge> listCurrent(ClientId client) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from care_edge e where client = :client and state in ('ASKED', 'OPEN')"
                + " order by opened_at")
        .param("client", client.value())
        .query((row, number) -> edge(row))
        .list();
  }

  List<Edge> listHeldBy(PersonId reader) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from care_edge e where reader = :reader and state in ('ASKED', 'OPEN')"
                + " order by opened_at for update")
        .param("reader", reader.value())
        .query((row, number) -> edge(row))
        .list();
  }

  /// Open ones of a kind through which someone may read.
  List<Edge> listOpenOf(PersonId reader, EdgeKind kind, Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from care_edge e where reader = :reader and kind = :kind and state = 'OPEN'"
                + " and (ends_at is null or ends_at > :now) order by opened_at")
        .param("reader", reader.value())
        .param("kind", kind.name())
        .param("now", utc(now))
        .query((row, number) -> edge(row))
        .list();
  }

  /// Asked and open ones whose time is over; each goes to one node only.
  List<Edge> listOverToChange(Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from care_edge e where state in ('ASKED', 'OPEN') and ends_at <= :now"
                + " order by ends_at limit 100 for update skip locked")
        .param("now", utc(now))
        .query((row, number) -> edge(row))
        .list();
  }

  void setState(UUID id, EdgeState state, Instant now) {
    jdbc.sql("update care_edge set state = :state, closed_at = :closed where id = :id")
        .param("state", state.name())
        .param("closed", state == EdgeState.CLOSED || state == EdgeState.DECLINED ? utc(now) : null)
        .param("id", id)
        .update();
  }

  private static Edge edge(ResultSet row) throws SQLException {
    var askedBy = row.getObject("asked_by", UUID.class);
    return new Edge(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        new PersonId(row.getObject("reader", UUID.class)),
        EdgeKind.valueOf(row.getString("kind")),
        EdgeState.valueOf(row.getString("state")),
        row.getString("reason"),
        Optional.ofNullable(askedBy).map(PersonId::new),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(instant(row, "ends_at")));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
