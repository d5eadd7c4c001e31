package org.saltwater.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind [Conversations].
@Component
class ConversationTable {
  private final JdbcClient jdbc;

  ConversationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ClientId client, TherapistId therapist, Instant at) {
    jdbc.sql(
            """
            insert into messaging_conversation (id, client, therapist, opened_at) values (?, ?, ?, ?)
            on conflict (client, therapist) where closed_at is null do nothing
            """)
        .params(UUID.randomUUID(), client.value(), therapist.value(), Timestamp.from(at))
        .update();
  }

  void close(ClientId client, TherapistId therapist, Instant at) {
    jdbc.sql(
            """
            update messaging_conversation set closed_at = ?, session = null, revision = revision + 1
            where client = ? and therapist = ? and closed_at is null
            """)
        .params(Timestamp.from(at), client.value(), therapist.value())
        .update();
  }

  void touch(ConversationId id) {
    jdbc.sql("update messaging_conversation set revision = revision + 1 where id = ?")
        .param(id.value())
        .update();
  }

  void setSession(ConversationId id, @Nullable UUID session) {
    jdbc.sql(
            """
            update messaging_conversation set session = ?, revision = revision + 1
            where id = ? and closed_at is null
            """)
        .params(Arrays.asList(session, id.value()))
        .update();
  }

  Optional<Conversation> find(ConversationId id) {
    return select("id = ?", id.value()).stream().findFirst();
  }

  Optional<Conversation> findOpen(ClientId client, TherapistId therapist) {
    return select(
            "client = ? and therapist = ? and closed_at is null", client.value(), therapist.value())
        .stream()
        .findFirst();
  }

  List<Conversation> listOf(PersonId person) {
    return select("client = ? or therapist = ?", person.value(), person.value());
  }

  /// Those of the given conversations that still exist, as they stand now.
  List<Conversation> list(Collection<ConversationId> ids) {
    return select(
        "id = any(?)", (Object) ids.stream().map(ConversationId::value).toArray(UUID[]::new));
  }

  private List<Conversation> select(String where, Object... parameters) {
    return jdbc.sql(
            """
            select id, client, therapist, opened_at, closed_at, last_number, session, revision
            from messaging_conversation where %s order by opened_at desc
            """
                .formatted(where))
        .params(parameters)
        .query(ConversationTable::read)
        .list();
  }

  private static Conversation read(ResultSet row, int index) throws SQLException {
    var closed = row.getTimestamp("closed_at");
    return new Conversation(
        new ConversationId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("therapist", UUID.class)),
        row.getTimestamp("opened_at").toInstant(),
        Optional.ofNullable(closed).map(Timestamp::toInstant),
        row.getLong("last_number"),
        Conversation.session(row.getObject("session", UUID.class)),
        row.getLong("revision"));
  }
}
