package org.saltwater.messaging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Messages with the times at which they were written: for a practice that moves in with its
/// conversations. What is written here and now goes through [Messages].
@Service
public class PastMessages {
  private final ConversationTable conversations;
  private final JdbcTemplate jdbc;
  private final Vault vault;

  PastMessages(ConversationTable conversations, JdbcTemplate jdbc, Vault vault) {
    this.conversations = conversations;
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// @param key as with any message: one that is there already is not added again
  /// @param session the therapy hour it was written in; empty between sessions
  public record Written(
      PersonId from,
      UUID key,
      Instant at,
      Optional<AppointmentId> session,
      Redacted<String> text) {}

  private record Row(long number, Written message, byte[] sealed) {
    @Override
    public String toString() {
      return "Row[" + number + "]";
    }
  }

  /// Adds messages at the end of a conversation, in the order given and in the caller's
  /// transaction. Nobody is told.
  ///
  /// @throws Refusal `not-found` if there is no such conversation, or someone else wrote in it
  @Transactional
  public void addAll(ConversationId id, List<Written> messages) {
    var last = lock(id);
    var conversation =
        conversations.find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    var seen = keysIn(id);
    var rows = new ArrayList<Row>();
    for (var message : messages) {
      if (!conversation.has(message.from())) {
        throw new Refusal(GeneralProblem.NOT_FOUND);
      }
      if (seen.add(message.key())) {
        var number = last + rows.size() + 1;
        var place = Message.place(message.key(), number);
        var sealed = vault.seal(conversation.keys(), place, message.text().value());
        rows.add(new Row(number, message, sealed));
      }
    }
    store(id, rows);
    jdbc.update(
        "update messaging_conversation set last_number = ? where id = ?",
        last + rows.size(),
        id.value());
  }

  private long lock(ConversationId id) {
    return jdbc
        .query(
            "select last_number from messaging_conversation where id = ? for update",
            (row, number) -> row.getLong(1),
            id.value())
        .stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private Set<@Nullable UUID> keysIn(ConversationId id) {
    return new HashSet<>(
        jdbc.queryForList(
            "select key from messaging_message where conversation = ?", UUID.class, id.value()));
  }

  private void store(ConversationId id, List<Row> rows) {
    jdbc.batchUpdate(
        """
        insert into messaging_message (conversation, number, key, sender, sent_at, session, sealed)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows,
        500,
        (statement, row) -> {
          statement.setObject(1, id.value());
          statement.setLong(2, row.number());
          statement.setObject(3, row.message().key());
          statement.setObject(4, row.message().from().value());
          statement.setTimestamp(5, Timestamp.from(row.message().at()));
          statement.setObject(6, row.message().session().map(AppointmentId::value).orElse(null));
          statement.setBytes(7, row.sealed());
        });
  }
}
