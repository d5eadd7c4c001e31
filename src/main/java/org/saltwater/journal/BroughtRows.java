package org.saltwater.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps copies of entries that were brought to an hour, each under the key of its client's record.
@Component
class BroughtRows {
  private final JdbcClient jdbc;
  private final Vault vault;

  BroughtRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// @param therapist to whose hour it was brought
  /// @param sealedText null once that hour is over
  record Row(
      UUID id,
      UUID entry,
      TherapistId therapist,
      Instant at,
      Instant writtenAt,
      byte @Nullable [] sealedText) {
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  void add(ClientId client, TherapistId therapist, EntryRows.Row entry, Instant now) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into journal_brought (id, entry, client, therapist, brought_at, written_at, sealed)
            values (:id, :entry, :client, :therapist, :now, :written, :sealed)
            """)
        .param("id", id)
        .param("entry", entry.id())
        .param("client", client.value())
        .param("therapist", therapist.value())
        .param("now", EntryRows.utc(now))
        .param("written", EntryRows.utc(entry.writtenAt()))
        .param("sealed", seal(client, id, entry.text()))
        .update();
  }

  void save(ClientId client, UUID id, EntryText text) {
    jdbc.sql("update journal_brought set sealed = ? where id = ?")
        .params(seal(client, id, text), id)
        .update();
  }

  /// Nobody reads it any more; that it was brought stays.
  void clear(UUID id) {
    jdbc.sql("update journal_brought set sealed = null where id = ?").param(id).update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from journal_brought where id = ?").param(id).update();
  }

  /// In the order in which they were brought.
  List<Row> list(ClientId client) {
    return jdbc.sql(
            """
            select id, entry, therapist, brought_at, written_at, sealed from journal_brought
            where client = ? order by brought_at, id
            """)
        .param(client.value())
        .query(
            (row, number) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("entry", UUID.class),
                    new TherapistId(row.getObject("therapist", UUID.class)),
                    row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                    row.getObject("written_at", OffsetDateTime.class).toInstant(),
                    row.getBytes("sealed")))
        .list();
  }

  /// @param row not cleared
  Brought open(Evidence evidence, Row row) {
    return new Brought(
        row.entry(),
        row.writtenAt(),
        row.at(),
        new EntryText(
            vault.open(
                evidence,
                new KeyScope.OfClient(evidence.owner()),
                place(row.id()),
                Objects.requireNonNull(row.sealedText()))));
  }

  private byte[] seal(ClientId client, UUID id, EntryText text) {
    return vault.seal(new KeyScope.OfClient(client), place(id), text.all());
  }

  private static Place place(UUID id) {
    return new Place("journal_brought", id, "sealed");
  }
}
