package org.saltwater.crying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is stored of episodes, still sealed.
@Repository
class EpisodeRows {
  /// One row.
  ///
  /// @param notedBy the client, or the therapist of the hour
  /// @param session the hour in which it was, or null
  record Row(
      EpisodeId id,
      ClientId client,
      PersonId notedBy,
      Instant at,
      Instant notedAt,
      @Nullable AppointmentId session,
      @Nullable UUID ladderStep,
      boolean pooled,
      Optional<TherapistId> sharedWith,
      Optional<Instant> sharedAt,
      byte[] sealedNote) {
    boolean isOwn() {
      return notedBy.equals(client.person());
    }

    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  private final JdbcClient jdbc;

  EpisodeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One after the other for one client, until the caller's transaction ends.
  void takeTurn(ClientId client) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client, 190))::text")
        .param("client", client.toString())
        .query(String.class)
        .single();
  }

  /// Writes it, anew or instead of what its author wrote before; whom it is shown to stays.
  ///
  /// @return whether there was no such episode of somebody else's
  boolean save(Row row) {
    return jdbc.sql(
                """
                insert into crying_episode as old
                  (id, client, noted_by, happened_at, noted_at, appointment, ladder_step,
                   pooled, sealed)
                values (:id, :client, :by, :at, :notedAt, :hour, :step, :pooled, :sealed)
                on conflict (id) do update
                set happened_at = excluded.happened_at, appointment = excluded.appointment, ladder_step = excluded.ladder_step,
                  pooled = excluded.pooled, sealed = excluded.sealed
                where old.client = excluded.client and old.noted_by = excluded.noted_by
                """)
            .param("id", row.id().value())
            .param("client", row.client().value())
            .param("by", row.notedBy().value())
            .param("at", utc(row.at()))
            .param("notedAt", utc(row.notedAt()))
            .param("hour", row.session() == null ? null : row.session().value())
            .param("step", row.ladderStep())
            .param("pooled", row.pooled())
            .param("sealed", row.sealedNote())
            .update()
        == 1;
  }

  Optional<Row> find(EpisodeId id) {
    return list("id = ?", id.value()).stream().findFirst();
  }

  Optional<Row> find(AppointmentId session, PersonId by) {
    return list("appointment = ? and noted_by = ?", session.value(), by.value()).stream()
        .findFirst();
  }

  /// What the client noted, the newest first.
  List<Row> list(ClientId client) {
    return list("client = ? and noted_by = client order by happened_at desc, id", client.value());
  }

  void share(EpisodeId id, @Nullable TherapistId with, @Nullable Instant at) {
    jdbc.sql("update crying_episode set shared_with = :with, shared_at = :at where id = :id")
        .param("with", with == null ? null : with.value())
        .param("at", at == null ? null : utc(at))
        .param("id", id.value())
        .update();
  }

  void delete(EpisodeId id) {
    jdbc.sql("delete from crying_episode where id = ?").param(id.value()).update();
  }

  void rate(EpisodeId id, MoodMoment moment, Instant at, byte[] rating) {
    jdbc.sql(
            """
            insert into crying_mood (episode, moment, rated_at, sealed) values (?, ?, ?, ?)
            on conflict (episode, moment) do update
            set rated_at = excluded.rated_at, sealed = excluded.sealed
            """)
        .params(id.value(), moment.name(), utc(at), rating)
        .update();
  }

  /// @return whether there was anything
  boolean forget(EpisodeId id, MoodMoment moment) {
    return jdbc.sql("delete from crying_mood where episode = ? and moment = ?")
            .params(id.value(), moment.name())
            .update()
        == 1;
  }

  Map<MoodMoment, byte[]> moods(EpisodeId id) {
    var moods = new EnumMap<MoodMoment, byte[]>(MoodMoment.class);
    jdbc.sql("select moment, sealed from crying_mood where episode = ?")
        .param(id.value())
        .query((row, _) -> Map.entry(MoodMoment.valueOf(row.getString("moment")), bytes(row)))
        .list()
        .forEach(mood -> moods.put(mood.getKey(), mood.getValue()));
    return moods;
  }

  private List<Row> list(String which, UUID... ids) {
    return jdbc.sql(
            """
            select id, client, noted_by, happened_at, noted_at, appointment, ladder_step,
              pooled, shared_with, shared_at, sealed
            from crying_episode
            """
                + "where "
                + which)
        .params(List.of(ids))
        .query((row, _) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    var session = row.getObject("appointment", UUID.class);
    return new Row(
        new EpisodeId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client", UUID.class)),
        new PersonId(row.getObject("noted_by", UUID.class)),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
        session == null ? null : new AppointmentId(session),
        row.getObject("ladder_step", UUID.class),
        row.getBoolean("pooled"),
        Optional.ofNullable(row.getObject("shared_with", UUID.class)).map(TherapistId::new),
        Optional.ofNullable(row.getObject("shared_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        bytes(row));
  }

  private static byte[] bytes(ResultSet row) throws SQLException {
    return row.getBytes("sealed");
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
