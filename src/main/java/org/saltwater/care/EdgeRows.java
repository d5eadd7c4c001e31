package org.saltwater.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
  private static final String CURRENT = "e.state in ('ASKED', 'OPEN')";

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
      widen(edge.id(), reach);
    }
    return inserted == 1;
  }

  /// Each part from the earlier of the two moments on; null is the earliest.
  void widen(UUID edge, Reach reach) {
    reach
        .since()
        .forEach(
            (scope, since) ->
                jdbc.sql(
                        """
                        insert into care_reach (edge, scope, since) values (:edge, :scope, :since)
                        on conflict (edge, scope) do update set since =
                          case when excluded.since is null then null
                               else least(care_reach.since, excluded.since) end
                        where care_reach.since is not null
                        """)
                    .param("edge", edge)
                    .param("scope", scope.name())
                    .param("since", since.equals(Reach.ALL) ? null : utc(since))
                    .update());
  }

  /// Those through which this person may read this part of the record now.
  List<Reaching> listReaching(PersonId reader, ClientId client, Scope scope, Instant now) {
    return jdbc.sql(
            """
            select e.*, r.since from care_edge e join care_reach r on r.edge = e.id
            where e.reader = :reader and e.client = :client and r.scope = :scope
              and e.state = 'OPEN' and (e.ends_at is null or e.ends_at > :now)
            order by r.since nulls first
            """)
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
    return list("e.id = :id for update", Map.of("id", id)).stream().findFirst();
  }

  /// Asked and open ones of a client.
  List<Edge> listCurrent(ClientId client) {
    return list(
        "e.client = :client and " + CURRENT + " order by e.opened_at, e.id",
        Map.of("client", client.value()));
  }

  /// As [#listCurrent]; nobody else can change them until the caller's transaction ends.
  List<Edge> listCurrentToChange(ClientId client) {
    return list(
        "e.client = :client and " + CURRENT + " order by e.id for update",
        Map.of("client", client.value()));
  }

  List<Edge> listHeldBy(PersonId reader) {
    return list(
        "e.reader = :reader and " + CURRENT + " order by e.id for update",
        Map.of("reader", reader.value()));
  }

  /// Open ones of a kind through which someone may read.
  List<Edge> listOpenOf(PersonId reader, EdgeKind kind, Instant now) {
    return list(
        """
        e.reader = :reader and e.kind = :kind and e.state = 'OPEN'
          and (e.ends_at is null or e.ends_at > :now) order by e.opened_at
        """,
        Map.of("reader", reader.value(), "kind", kind.name(), "now", utc(now)));
  }

  /// Asked and open ones whose time is over; each goes to one node only.
  List<Edge> listOverToChange(Instant now) {
    return list(
        CURRENT + " and e.ends_at <= :now order by e.ends_at limit 100 for update skip locked",
        Map.of("now", utc(now)));
  }

  /// Those of the same kind between the same two whose time is over.
  List<Edge> listOverToChange(Edge next, Instant now) {
    return list(
        """
        e.client = :client and e.reader = :reader and e.kind = :kind
          and e.state in ('ASKED', 'OPEN') and e.ends_at <= :now for update
        """,
        Map.of(
            "client", next.client().value(),
            "reader", next.reader().value(),
            "kind", next.kind().name(),
            "now", utc(now)));
  }

  void setState(UUID id, EdgeState state, Instant now) {
    jdbc.sql("update care_edge set state = :state, closed_at = :closed where id = :id")
        .param("state", state.name())
        .param("closed", state == EdgeState.CLOSED || state == EdgeState.DECLINED ? utc(now) : null)
        .param("id", id)
        .update();
  }

  private List<Edge> list(String which, Map<String, ?> values) {
    return jdbc.sql("select e.* from care_edge e where " + which)
        .params(values)
        .query((row, number) -> edge(row))
        .list();
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
