package org.saltwater.notifications;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits to be told to devices. Unlike a mail it is gone once it is told or worth nothing.
@Repository
class PushOutbox {
  record Waiting(UUID id, UUID device, String body, Instant worthUntil, int attempts) {
    @Override
    public String toString() {
      return "Waiting[" + id + "]";
    }
  }

  private final JdbcClient jdbc;

  PushOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID device, String body, Instant now, Instant worthUntil) {
    jdbc.sql(
            """
            insert into notifications_push (id, device, body, worth_until, next_attempt_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(UUID.randomUUID(), device, body, Timestamp.from(worthUntil), Timestamp.from(now))
        .update();
  }

  /// As [Outbox#claim(Instant, Instant)].
  Optional<Waiting> claim(Instant now, Instant nextAttempt) {
    return jdbc.sql(
            """
            update notifications_push set attempts = attempts + 1, next_attempt_at = :next
            where id = (select id from notifications_push where next_attempt_at <= :now
                        order by next_attempt_at limit 1 for update skip locked)
            returning *
            """)
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(nextAttempt))
        .query(
            (row, _) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getObject("device", UUID.class),
                    row.getString("body"),
                    row.getTimestamp("worth_until").toInstant(),
                    row.getInt("attempts")))
        .optional();
  }

  void putOff(UUID id, Instant nextAttempt) {
    jdbc.sql("update notifications_push set next_attempt_at = ? where id = ?")
        .params(Timestamp.from(nextAttempt), id)
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from notifications_push where id = ?").param(id).update();
  }
}
