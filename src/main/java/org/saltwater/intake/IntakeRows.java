package org.saltwater.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Redacted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeRows {
  private final JdbcClient jdbc;

  IntakeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      UUID id,
      ClientId client,
      String version,
      Redacted<byte[]> sealed,
      Optional<Redacted<byte[]>> matching,
      Instant begunAt,
      Instant changedAt,
      Optional<Instant> completedAt) {
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  void add(Row row) {
    jdbc.sql(
            """
            insert into intake_intake (id, client, version, sealed, begun_at, changed_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id(),
            row.client().value(),
            row.version(),
            row.sealed().value(),
            row.begunAt().atOffset(ZoneOffset.UTC),
            row.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> find(ClientId client) {
    return jdbc.sql("select * from intake_intake where client = ?")
        .param(client.value())
        .query(IntakeRows::row)
        .optional();
  }

  /// Until the transaction ends, nobody else begins one with this key.
  void takeTurn(byte[] requestHash) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(encode(?, 'hex')))")
        .param(requestHash)
        .query(row -> {});
  }

  Optional<Row> findByRequest(byte[] requestHash) {
    return jdbc.sql("select * from intake_intake where request_hash = ? for update")
        .param(requestHash)
        .query(IntakeRows::row)
        .optional();
  }

  void setRequest(UUID id, byte[] requestHash) {
    jdbc.sql("update intake_intake set request_hash = ? where id = ?")
        .params(requestHash, id)
        .update();
  }

  /// The same, held until the transaction ends: two tabs that save at once both keep their answers.
  Optional<Row> findToChange(ClientId client) {
    return jdbc.sql("select * from intake_intake where client = ? for update")
        .param(client.value())
        .query(IntakeRows::row)
        .optional();
  }

  Optional<ClientId> findClient(UUID intake) {
    return jdbc.sql("select client from intake_intake where id = ?")
        .param(intake)
        .query((row, number) -> new ClientId(row.getObject("client", UUID.class)))
        .optional();
  }

  void save(UUID id, byte[] sealed, Instant changedAt) {
    jdbc.sql("update intake_intake set sealed = ?, changed_at = ? where id = ?")
        .params(sealed, changedAt.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void complete(UUID id, byte[] matching, Instant at) {
    jdbc.sql(
            """
            update intake_intake set matching = ?, changed_at = ?,
              completed_at = coalesce(completed_at, ?) where id = ?
            """)
        .params(matching, at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from intake_intake where id = ?").param(id).update();
  }

  List<ClientId> listCompleted(@Nullable ClientId after, int size) {
    return jdbc.sql(
            """
            select client from intake_intake
            where completed_at is not null and (cast(:after as uuid) is null or client > :after)
            order by client limit :size
            """)
        .param("after", after == null ? null : after.value())
        .param("size", size)
        .query((row, number) -> new ClientId(row.getObject("client", UUID.class)))
        .list();
  }

  /// Those left alone since a moment, a batch at a time.
  List<Row> listLeftAlone(Instant unfinishedSince, Instant completedSince) {
    return jdbc.sql(
            """
            select * from intake_intake
            where not owned
              and changed_at < case when completed_at is null then :unfinished else :completed end
            order by changed_at limit 500
            """)
        .param("unfinished", unfinishedSince.atOffset(ZoneOffset.UTC))
        .param("completed", completedSince.atOffset(ZoneOffset.UTC))
        .query(IntakeRows::row)
        .list();
  }

  /// Its owner has an account by now: it is kept with their record.
  void keepWithRecord(UUID id) {
    jdbc.sql("update intake_intake set owned = true where id = ?").param(id).update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        row.getString("version"),
        new Redacted<>(row.getBytes("sealed")),
        Optional.ofNullable(row.getBytes("matching")).map(Redacted::new),
        row.getTimestamp("begun_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        instant(row, "completed_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? Optional.empty() : Optional.of(at.toInstant());
  }
}
