package org.saltwater.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
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
  private static final String LOCK =
      """
      select id, client, therapist, last_number, session, closed_at is null as open
      from messaging_conversation where id = any(?) order by id for update skip locked
      """;
  private static final String EXIST = "select id from messaging_conversation where id = any(?)";
  private static final String SEEN =
      """
      select m.conversation, m.key, m.number, m.sender, m.sent_at
      from unnest(?::uuid[], ?::uuid[]) as k (conversation, key)
      join messaging_message m on m.conversation = k.conversation and m.key = k.key
      """;
  private static final String STORE =
      """
      with stored as (
        insert into messaging_message (conversation, number, key, sender, sent_at, session, sealed)
        select conversation, number, key, sender, ?, session, sealed
        from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[])
          as m (conversation, number, key, sender, session, sealed)
        returning conversation, number)
      update messaging_conversation c set last_number = l.number
      from (select conversation, max(number) as number from stored group by conversation) l
      where c.id = l.conversation
      """;

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
    return java.util.Objects.requireNonNull(outcome);
  }

  private BatchOutcome write(Connection connection, List<Pending> batch) throws SQLException {
    // A receipt promises the disk, so a server that is set to flush later is overruled here.
    try (var statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit to on");
    }
    var conversations = lock(connection, batch);
    var held = held(connection, batch, conversations.keySet());
    var seen = seen(connection, batch);
    var outcome = BatchOutcome.empty();
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var rows = new Rows();
    for (var pending : batch) {
      var conversation = pending.message().conversation();
      if (held.contains(conversation)) {
        outcome.held().add(pending);
      } else {
        place(pending, conversations.get(conversation), seen, at, rows, outcome);
      }
    }
    if (!rows.messages().isEmpty()) {
      store(connection, at, rows);
    }
    outcome.stored().addAll(rows.messages());
    return outcome;
  }

  private void place(
      Pending pending,
      @Nullable Locked conversation,
      Map<SeenKey, Seen> seen,
      Instant at,
      Rows rows,
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

  private static Map<ConversationId, Locked> lock(Connection connection, List<Pending> batch)
      throws SQLException {
    var found = new HashMap<ConversationId, Locked>();
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, uuids(connection, List.copyOf(conversations(batch))));
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.put(
              new ConversationId(row.getObject(1, UUID.class)),
              new Locked(
                  new ClientId(row.getObject(2, UUID.class)),
                  new PersonId(row.getObject(3, UUID.class)),
                  row.getLong(4),
                  Conversation.session(row.getObject(5, UUID.class)),
                  row.getBoolean(6)));
        }
      }
    }
    return found;
  }

  /// Those that exist, but whose row another transaction has locked.
  private static Set<ConversationId> held(
      Connection connection, List<Pending> batch, Set<ConversationId> locked) throws SQLException {
    var ids = conversations(batch);
    locked.forEach(id -> ids.remove(id.value()));
    var held = new HashSet<ConversationId>();
    if (!ids.isEmpty()) {
      try (var statement = connection.prepareStatement(EXIST)) {
        statement.setArray(1, uuids(connection, List.copyOf(ids)));
        try (var row = statement.executeQuery()) {
          while (row.next()) {
            held.add(new ConversationId(row.getObject(1, UUID.class)));
          }
        }
      }
    }
    return held;
  }

  private static Set<UUID> conversations(List<Pending> batch) {
    return batch.stream()
        .map(pending -> pending.message().conversation().value())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Map<SeenKey, Seen> seen(Connection connection, List<Pending> batch)
      throws SQLException {
    var found = new HashMap<SeenKey, Seen>();
    try (var statement = connection.prepareStatement(SEEN)) {
      statement.setArray(
          1,
          uuids(connection, batch.stream().map(p -> p.message().conversation().value()).toList()));
      statement.setArray(2, uuids(connection, batch.stream().map(p -> p.message().key()).toList()));
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.put(
              new SeenKey(
                  new ConversationId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)),
              new Seen(
                  row.getLong(3),
                  new PersonId(row.getObject(4, UUID.class)),
                  row.getTimestamp(5).toInstant()));
        }
      }
    }
    return found;
  }

  private static void store(Connection connection, Instant at, Rows rows) throws SQLException {
    var messages = rows.messages();
    try (var statement = connection.prepareStatement(STORE)) {
      statement.setTimestamp(1, Timestamp.from(at));
      statement.setArray(
          2, uuids(connection, messages.stream().map(m -> m.conversation().value()).toList()));
      statement.setArray(
          3, connection.createArrayOf("bigint", messages.stream().map(Message::number).toArray()));
      statement.setArray(4, uuids(connection, messages.stream().map(Message::key).toList()));
      statement.setArray(
          5, uuids(connection, messages.stream().map(m -> m.from().value()).toList()));
      statement.setArray(
          6,
          uuids(
              connection,
              messages.stream()
                  .map(m -> m.session().map(AppointmentId::value).orElse(null))
                  .toList()));
      statement.setArray(
          7, connection.createArrayOf("bytea", rows.sealed().toArray(byte[][]::new)));
      statement.executeUpdate();
    }
  }

  private static java.sql.Array uuids(Connection connection, List<? extends @Nullable UUID> values)
      throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }

  /// A conversation whose row is locked: `last` moves on as the batch is numbered.
  private static final class Locked {
    private final ClientId client;
    private final PersonId therapist;
    private final Optional<AppointmentId> session;
    private final boolean open;
    private long last;

    Locked(
        ClientId client,
        PersonId therapist,
        long last,
        Optional<AppointmentId> session,
        boolean open) {
      this.client = client;
      this.therapist = therapist;
      this.last = last;
      this.session = session;
      this.open = open;
    }

    boolean has(PersonId person) {
      return client.person().equals(person) || therapist.equals(person);
    }
  }

  private record SeenKey(ConversationId conversation, UUID key) {}

  private record Seen(long number, PersonId sender, Instant at) {}

  private record Rows(List<Message> messages, List<byte[]> sealed) {
    Rows() {
      this(new java.util.ArrayList<>(), new java.util.ArrayList<>());
    }

    void add(Message message, byte[] text) {
      messages.add(message);
      sealed.add(text);
    }
  }
}
