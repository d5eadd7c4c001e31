package org.saltwater.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who treats whom, now and before. Opening an episode opens the therapist's edge, closing it
/// closes the edge; places and appointments are the caller's.
@Component
@Transactional
public class Episodes {
  private static final String COLUMNS =
      "id, client, therapist, deputy_for, state, opened_at, closed_at";

  private final JdbcClient jdbc;
  private final Edges edges;
  private final Clock clock;

  Episodes(JdbcClient jdbc, Edges edges, Clock clock) {
    this.jdbc = jdbc;
    this.edges = edges;
    this.clock = clock;
  }

  /// Begins an episode that the client has chosen; if it is open already, gives that one back.
  ///
  /// @throws Refusal `already-with-therapist` if the client has another therapist now
  public Episode open(ClientId client, TherapistId therapist) {
    var now = now();
    return open(client, therapist, null, "booked", Reach.atFirst(now), client.person(), now);
  }

  Episode open(
      ClientId client,
      TherapistId therapist,
      @Nullable TherapistId deputyFor,
      String reason,
      Reach reach,
      @Nullable PersonId by,
      Instant now) {
    var id = UUID.randomUUID();
    var inserted =
        jdbc.sql(
                """
                insert into care_episode (id, client, therapist, deputy_for, state, opened_at)
                values (:id, :client, :therapist, :deputyFor, 'OPEN', :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("client", client.value())
            .param("therapist", therapist.value())
            .param("deputyFor", deputyFor == null ? null : deputyFor.value())
            .param("now", EdgeRows.utc(now))
            .update();
    if (inserted == 0) {
      return findOpen(client, therapist)
          .orElseThrow(() -> new Refusal(CareProblem.ALREADY_WITH_THERAPIST));
    }
    edges.add(Edge.treating(client, therapist.person(), reason, now), reach, by);
    return findOpen(client, therapist).orElseThrow();
  }

  /// The client goes on with the deputy, who is their therapist from now on. Nothing closes; what
  /// was chosen is added to what the deputy may read.
  void stay(Episode withDeputy, Reach reach) {
    jdbc.sql("update care_episode set deputy_for = null where id = :id")
        .param("id", withDeputy.id())
        .update();
    edges.widen(withDeputy.client(), withDeputy.therapist().person(), reach);
  }

  /// The client ends what is open between the two; if nothing is, changes nothing.
  public void close(ClientId client, TherapistId therapist) {
    close(client, therapist, EndReason.ENDED, client.person());
  }

  void close(ClientId client, TherapistId therapist, EndReason reason, @Nullable PersonId by) {
    var closed =
        jdbc.sql(
                """
                update care_episode set state = 'CLOSED', closed_at = :now, end_reason = :reason
                where client = :client and therapist = :therapist and state = 'OPEN'
                """)
            .param("now", EdgeRows.utc(now()))
            .param("reason", reason.name())
            .param("client", client.value())
            .param("therapist", therapist.value())
            .update();
    if (closed == 1) {
      edges.closeAllOf(client, therapist.person(), reason, by);
    }
  }

  /// The client's current one: there is one at a time.
  public Optional<Episode> findOpen(ClientId client) {
    return listOpenFor(client).stream().findFirst();
  }

  public Optional<Episode> findOpen(ClientId client, TherapistId therapist) {
    return listOpenFor(client).stream().filter(it -> it.therapist().equals(therapist)).findFirst();
  }

  public List<Episode> listOpenFor(ClientId client) {
    return list("where client = :id and state = 'OPEN'", client.value());
  }

  /// The last one between the two, open or closed.
  Optional<Episode> findLast(ClientId client, TherapistId therapist) {
    return listFor(client).stream().filter(it -> it.therapist().equals(therapist)).findFirst();
  }

  /// Oldest first.
  public List<Episode> listOpenFor(TherapistId therapist) {
    return list(
        "where therapist = :id and state = 'OPEN' order by opened_at, id", therapist.value());
  }

  /// Open and closed ones, newest first.
  public List<Episode> listFor(ClientId client) {
    return list("where client = :id order by opened_at desc, id", client.value());
  }

  /// Nobody else can change the client's therapist until the caller's transaction ends.
  Optional<Episode> findOpenToChange(ClientId client) {
    return list("where client = :id and state = 'OPEN' for update", client.value()).stream()
        .findFirst();
  }

  /// PostgreSQL keeps microseconds.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private List<Episode> list(String which, UUID id) {
    return jdbc.sql("select " + COLUMNS + " from care_episode " + which)
        .param("id", id)
        .query((row, number) -> episode(row))
        .list();
  }

  private static Episode episode(ResultSet row) throws SQLException {
    var deputyFor = row.getObject("deputy_for", UUID.class);
    return new Episode(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("therapist", UUID.class)),
        Optional.ofNullable(deputyFor).map(TherapistId::new),
        EpisodeState.valueOf(row.getString("state")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(EdgeRows.instant(row, "closed_at")));
  }
}
