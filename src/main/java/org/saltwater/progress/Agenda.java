package org.saltwater.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a client wants to talk about next time, in their own words: one note from the end of one
/// hour to the end of the next. Like a message it is read by whoever may read messages, and by no
/// supervisor.
@Service
public class Agenda {
  public static final int MOST_CHARACTERS = 4_000;

  /// @param at when it was last changed
  public record Note(Instant at, String words) {
    @Override
    public String toString() {
      return "Note[redacted]";
    }
  }

  private record Row(UUID id, Instant at, byte[] sealedWords) {}

  private final JdbcClient jdbc;
  private final TherapySessions sessions;
  private final FillingRows turns;
  private final Vault vault;
  private final AuditLog audit;
  private final Clock clock;

  Agenda(
      JdbcClient jdbc,
      TherapySessions sessions,
      FillingRows turns,
      Vault vault,
      AuditLog audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.turns = turns;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// The note for the next hour, as far as the evidence reaches.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not reach messages
  public Optional<Note> find(Evidence evidence) {
    evidence.require(Scope.MESSAGES);
    return current(evidence.owner())
        .filter(row -> evidence.covers(Scope.MESSAGES, row.at()))
        .map(
            row ->
                new Note(
                    row.at(),
                    vault.open(
                        evidence,
                        new KeyScope.OfClient(evidence.owner()),
                        place(row.id()),
                        row.sealedWords())));
  }

  /// Whether there is a note for the next hour: without opening it.
  public boolean hasNote(ClientId client) {
    return current(client).isPresent();
  }

  /// Writes the note for the next hour anew; nothing but blanks takes it away.
  ///
  /// @throws Refusal `invalid` if it is too long
  @Transactional
  public void save(ClientId client, String words) {
    var said = words.strip();
    if (said.length() > MOST_CHARACTERS) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem("words", "progress.agenda.long", MOST_CHARACTERS)));
    }
    turns.takeTurn(client);
    var before = current(client);
    if (said.isEmpty()) {
      before.ifPresent(row -> delete(client, row.id()));
      return;
    }
    var id = before.map(Row::id).orElseGet(UUID::randomUUID);
    jdbc.sql(
            """
            insert into progress_agenda (id, client, said_at, sealed) values (?, ?, ?, ?)
            on conflict (id) do update set said_at = excluded.said_at, sealed = excluded.sealed
            """)
        .params(
            id,
            client.value(),
            FillingRows.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)),
            vault.seal(new KeyScope.OfClient(client), place(id), said))
        .update();
    note(client, before.isPresent() ? AuditAction.CHANGED : AuditAction.CREATED);
  }

  private void delete(ClientId client, UUID id) {
    jdbc.sql("delete from progress_agenda where id = ?").param(id).update();
    note(client, AuditAction.DELETED);
  }

  /// The newest, if no hour has ended since: what was brought to an hour stays with that hour.
  private Optional<Row> current(ClientId client) {
    var held = sessions.listHeld(client);
    var since = held.isEmpty() ? Instant.EPOCH : held.getLast().over();
    return jdbc.sql(
            """
            select id, said_at, sealed from progress_agenda
            where client = ? and said_at >= ? order by said_at desc limit 1
            """)
        .params(client.value(), FillingRows.utc(since))
        .query((row, number) -> row(row))
        .optional();
  }

  private void note(ClientId client, AuditAction action) {
    audit.write(new AuditEntry(client.person(), action, client, "progress.agenda", "own"));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("said_at", OffsetDateTime.class).toInstant(),
        row.getBytes("sealed"));
  }

  private static Place place(UUID id) {
    return new Place("progress_agenda", id, "sealed");
  }
}
