package org.saltwater.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.messaging.BatchRows.Locked;
import org.saltwater.messaging.BatchRows.Numbered;
import org.saltwater.messaging.BatchRows.Seen;
import org.saltwater.messaging.BatchRows.SeenKey;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes the messages of many conversations in one transaction, and so with one flush of the disk.
///
/// The rows of the conversations are locked first, and nobody is waited for: a conversation whose
/// row another transaction holds is left for the next batch, so that it never delays the others.
/// Under that lock the conversation says whether it is still open, which message keys it has
/// already seen, and which number comes next.
@Component
class MessageBatch {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Vault vault;
  private final Clock clock;

  MessageBatch(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setTimeout(10);
  }

  /// Returns once everything in the outcome is flushed. When it throws, the caller can't know
  /// whether the messages were stored: it must refuse them all, and the senders' keys settle it
  /// when they try again.
  BatchOutcome commit(List<Pending> batch) {
    var outcome =
        transaction.execute(
            _ -> jdbc.execute((ConnectionCallback<BatchOutcome>) c -> write(c, batch)));
    return Objects.requireNonNull(outcome);
  }

  private BatchOutcome write(Connection connection, List<Pending> batch) throws SQLException {
    // A receipt promises the disk, so a server that is set to flush later is overruled here.
    try (var statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit to on");
    }
    var conversations = BatchRows.lock(connection, batch);
    var held = BatchRows.held(connection, batch, conversations.keySet());
    var seen = BatchRows.seen(connection, batch);
    var outcome = BatchOutcome.empty();
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var rows = new Numbered();
    for (var pending : batch) {
      var conversation = pending.message().conversation();
      if (held.contains(conversation)) {
        outcome.held().add(pending);
      } else {
        place(pending, conversations.get(conversation), seen, at, rows, outcome);
      }
    }
    if (!rows.messages().isEmpty()) {
      BatchRows.store(connection, at, rows);
    }
    outcome.stored().addAll(rows.messages());
    return outcome;
  }

  private void place(
      Pending pending,
      @Nullable Locked conversation,
      Map<SeenKey, Seen> seen,
      Instant at,
      Numbered rows,
      BatchOutcome outcome) {
    var message = pending.message();
    if (conversation == null || !conversation.has(message.from())) {
      outcome.refuse(pending, new Refusal(GeneralProblem.NOT_FOUND));
      return;
    }
    var key = new SeenKey(message.conversation(), message.key());
    var earlier = seen.get(key);
    if (earlier != null) {
      if (earlier.sender().equals(message.from())) {
        outcome.take(pending, new Receipt(earlier.number(), earlier.at(), true));
      } else {
        outcome.refuse(pending, new Refusal(GeneralProblem.INVALID));
      }
      return;
    }
    if (!conversation.open) {
      outcome.refuse(pending, new Refusal(MessagingProblem.CONVERSATION_CLOSED));
      return;
    }
    var number = conversation.last + 1;
    var scope = new KeyScope.OfConversation(conversation.client, message.conversation().value());
    var sealed = vault.seal(scope, Message.place(message.key(), number), message.text().value());
    conversation.last = number;
    seen.put(key, new Seen(number, message.from(), at));
    outcome.take(pending, new Receipt(number, at, false));
    rows.add(
        new Message(
            message.conversation(),
            number,
            message.key(),
            message.from(),
            at,
            conversation.session,
            message.text()),
        sealed);
  }
}
