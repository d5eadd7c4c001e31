package org.saltwater.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps fillings, sealed with the client's key, and what was skipped.
@Component
class FillingRows {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final JsonMapper json;

  FillingRows(JdbcClient jdbc, Vault vault, JsonMapper json) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
  }

  /// One after the other for one client, until the caller's transaction ends: two taps at once must
  /// not begin two fillings.
  void takeTurn(ClientId client) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client, 155))::text")
        .param("client", client.toString())
        .query(String.class)
        .single();
  }

  void save(Filling filling) {
    jdbc.sql(
            """
            insert into progress_filling (id, client, begun_at, saved_at, done_at, sealed)
            values (:id, :client, :begun, :saved, :done, :sealed)
            on conflict (id) do update
            set saved_at = excluded.saved_at, done_at = excluded.done_at, sealed = excluded.sealed
            """)
        .param("id", filling.id())
        .param("client", filling.client().value())
        .param("begun", utc(filling.begunAt()))
        .param("saved", utc(filling.savedAt()))
        .param("done", filling.doneAt().map(FillingRows::utc).orElse(null))
        .param(
            "sealed",
            vault.seal(
                new KeyScope.OfClient(filling.client()),
                place(filling.id()),
                json.writeValueAsString(filling.content())))
        .update();
  }

  /// As far as the evidence reaches, the oldest first.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed
  List<Filling> list(Evidence evidence) {
    evidence.require(Scope.SCORES);
    return jdbc
        .sql(
            """
            select id, begun_at, saved_at, done_at, sealed from progress_filling
            where client = :client order by begun_at, id
            """)
        .param("client", evidence.owner().value())
        .query((row, number) -> open(evidence, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  void skip(ClientId client, @Nullable AppointmentId before, Instant now) {
    jdbc.sql(
            """
            insert into progress_skip (client, appointment, skipped_at)
            values (:client, :before, :now)
            """)
        .param("client", client.value())
        .param("before", before == null ? null : before.value())
        .param("now", utc(now))
        .update();
  }

  boolean isSkipped(ClientId client, AppointmentId before) {
    return jdbc.sql(
            "select exists (select from progress_skip where client = ? and appointment = ?)")
        .params(client.value(), before.value())
        .query(Boolean.class)
        .single();
  }

  boolean isSkippedSince(ClientId client, Instant since) {
    return jdbc.sql("select exists (select from progress_skip where client = ? and skipped_at > ?)")
        .params(client.value(), utc(since))
        .query(Boolean.class)
        .single();
  }

  private Optional<Filling> open(Evidence evidence, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var begun = row.getObject("begun_at", OffsetDateTime.class).toInstant();
    if (!evidence.covers(Scope.SCORES, begun)) {
      return Optional.empty();
    }
    var text =
        vault.open(
            evidence, new KeyScope.OfClient(evidence.owner()), place(id), row.getBytes("sealed"));
    var done = row.getObject("done_at", OffsetDateTime.class);
    return Optional.of(
        new Filling(
            id,
            evidence.owner(),
            begun,
            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(done).map(OffsetDateTime::toInstant),
            json.readValue(text, Filling.Content.class)));
  }

  private static Place place(UUID id) {
    return new Place("progress_filling", id, "sealed");
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
