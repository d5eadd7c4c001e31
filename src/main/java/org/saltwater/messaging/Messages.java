package org.saltwater.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Messages: never lost once acknowledged, never stored or delivered twice, in one order for
/// everyone.
@Service
public class Messages {
  /// The most that one reading of the store returns.
  public static final int PAGE = 200;

  private final MessageWriter writer;
  private final JdbcClient jdbc;
  private final Vault vault;

  Messages(MessageWriter writer, JdbcClient jdbc, Vault vault) {
    this.writer = writer;
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// Takes a message. The receipt comes after it is flushed to disk; whether the sender may write
  /// here is checked in the same transaction. Only the sender's own messages may be passed in: the
  /// caller has made sure who they are.
  ///
  /// @return completes exceptionally with a [Refusal]: `not-found`, `conversation-closed`,
  ///     `invalid` if someone else used the key, `store-unavailable` if it is not known to be
  ///     stored (the same key settles it)
  /// @throws Refusal `messages-busy`
  public CompletableFuture<Receipt> append(NewMessage message) {
    return writer.submit(message);
  }

  /// [#append] for a caller who waits, at most 15 seconds.
  public Receipt send(NewMessage message) {
    try {
      return append(message).orTimeout(15, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      if (e.getCause() instanceof TimeoutException) {
        throw new Refusal(GeneralProblem.STORE_UNAVAILABLE);
      }
      throw e;
    }
  }

  /// The messages after a number, oldest first, at most [#PAGE].
  ///
  /// @param after the last number the reader has; 0 for none
  public List<Message> listAfter(Entrance entrance, long after) {
    return read(entrance, "number > ? order by number limit " + PAGE, after);
  }

  /// The messages before a number, oldest first, at most `most` of them: the newest ones when
  /// `before` is [Long#MAX_VALUE].
  public List<Message> listBefore(Entrance entrance, long before, int most) {
    return read(entrance, "number < ? order by number desc limit " + Math.min(most, PAGE), before)
        .reversed();
  }

  private List<Message> read(Entrance entrance, String which, long number) {
    return jdbc.sql(
            """
            select conversation, number, key, sender, sent_at, session, sealed
            from messaging_message where conversation = ? and %s
            """
                .formatted(which))
        .params(entrance.conversation().id().value(), number)
        .query((row, _) -> open(entrance, row))
        .list();
  }

  private Message open(Entrance entrance, ResultSet row) throws SQLException {
    var key = row.getObject("key", UUID.class);
    var number = row.getLong("number");
    var text =
        vault.open(
            entrance.evidence(),
            entrance.conversation().keys(),
            Message.place(key, number),
            row.getBytes("sealed"));
    return new Message(
        entrance.conversation().id(),
        number,
        key,
        new PersonId(row.getObject("sender", UUID.class)),
        row.getTimestamp("sent_at").toInstant(),
        Conversation.session(row.getObject("session", UUID.class)),
        new Redacted<>(text));
  }
}
