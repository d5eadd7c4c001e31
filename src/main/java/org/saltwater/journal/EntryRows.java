package org.saltwater.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps entries, each under the key of its writer's journal.
@Component
class EntryRows {
  private static final String COLUMNS =
      "select id, position, written_at, changed_at, sealed from journal_entry ";

  private final JdbcClient jdbc;
  private final Vault vault;

  EntryRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  record Row(UUID id, long position, Instant writtenAt, Instant changedAt, EntryText text) {}

  /// One after the other for one client, until the caller's transaction ends.
  void takeTurn(ClientId client) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client, 158))::text")
        .param("client", client.toString())
        .query(String.class)
        .single();
  }

  void add(ClientId client, UUID id, UUID request, EntryText text, Instant now) {
    jdbc.sql(
            """
            insert into journal_entry (id, client, request, written_at, changed_at, sealed)
            values (:id, :client, :request, :now, :now, :sealed)
            """)
        .param("id", id)
        .param("client", client.value())
        .param("request", request)
        .param("now", utc(now))
        .param("sealed", seal(client, id, text))
        .update();
  }

  void save(ClientId client, UUID id, EntryText text, Instant now) {
    jdbc.sql("update journal_entry set changed_at = ?, sealed = ? where id = ? and client = ?")
        .params(utc(now), seal(client, id, text), id, client.value())
        .update();
  }

  void delete(ClientId client, UUID id) {
    jdbc.sql("delete from journal_entry where id = ? and client = ?")
        .params(id, client.value())
        .update();
  }

  Optional<Row> find(ClientId client, UUID id) {
    return jdbc.sql(COLUMNS + "where client = ? and id = ?")
        .params(client.value(), id)
        .query((row, number) -> row(client, row))
        .optional();
  }

  Optional<Row> findByRequest(ClientId client, UUID request) {
    return jdbc.sql(COLUMNS + "where client = ? and request = ?")
        .params(client.value(), request)
        .query((row, number) -> row(client, row))
        .optional();
  }

  List<Row> listBefore(ClientId client, long position, int most) {
    return jdbc.sql(COLUMNS + "where client = ? and position < ? order by position desc limit ?")
        .params(client.value(), position, most)
        .query((row, number) -> row(client, row))
        .list();
  }

  private Row row(ClientId client, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Row(
        id,
        row.getLong("position"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        new EntryText(
            vault.open(
                Evidence.own(client),
                new KeyScope.OfJournal(client),
                place(id),
                row.getBytes("sealed"))));
  }

  private byte[] seal(ClientId client, UUID id, EntryText text) {
    return vault.seal(new KeyScope.OfJournal(client), place(id), text.all());
  }

  private static Place place(UUID id) {
    return new Place("journal_entry", id, "sealed");
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
