package org.saltwater.messaging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
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
import org.saltwater.kernel.PersonId;

/// What a [MessageBatch] reads and writes in its transaction, each for all conversations at once.
final class BatchRows {
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

  private BatchRows() {}

  /// Locks the rows that nobody else holds.
  static Map<ConversationId, Locked> lock(Connection connection, List<Pending> batch)
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
  static Set<ConversationId> held(
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

  /// The messages of the batch that an earlier one stored already.
  static Map<SeenKey, Seen> seen(Connection connection, List<Pending> batch) throws SQLException {
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

  static void store(Connection connection, Instant at, Numbered rows) throws SQLException {
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

  private static Array uuids(Connection connection, List<? extends @Nullable UUID> values)
      throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }

  /// A conversation whose row is locked: `last` moves on as the batch is numbered.
  static final class Locked {
    final ClientId client;
    private final PersonId therapist;
    final Optional<AppointmentId> session;
    final boolean open;
    long last;

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

  /// What makes a message the same one, sent again.
  record SeenKey(ConversationId conversation, UUID key) {}

  record Seen(long number, PersonId sender, Instant at) {}

  /// The messages that have got their number, each with its sealed text.
  record Numbered(List<Message> messages, List<byte[]> sealed) {
    Numbered() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(Message message, byte[] text) {
      messages.add(message);
      sealed.add(text);
    }
  }
}
