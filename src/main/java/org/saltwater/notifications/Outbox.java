package org.saltwater.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The mails that wait, and those that went. A mail's text is erased when it is delivered, since it
/// may hold a link that opens something.
@Repository
class Outbox {
  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Mail mail) {
    jdbc.sql(
            """
            insert into notifications_mail
              (id, recipient, subject, body, queued_at, next_attempt_at, worth_until, urgent)
            values (:id, :to, :subject, :body, :at, :at, :until, :urgent)
            """)
        .param("id", mail.id())
        .param("to", mail.to())
        .param("subject", mail.subject())
        .param("body", mail.body())
        .param("at", Timestamp.from(mail.queuedAt()))
        .param("until", timestamp(mail.worthUntil()), Types.TIMESTAMP)
        .param("urgent", mail.urgent())
        .update();
  }

  /// Takes the next mail that is due, an urgent one first, and puts its next attempt off, so that
  /// no other node takes it too and a crash in the middle of sending only delays it.
  Optional<Mail> claim(Instant now, Instant nextAttempt) {
    return jdbc.sql(
            """
            update notifications_mail set attempts = attempts + 1, next_attempt_at = :next
            where id = (select id from notifications_mail
                        where state = 'WAITING' and next_attempt_at <= :now
                        order by urgent desc, next_attempt_at limit 1 for update skip locked)
            returning *
            """)
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(nextAttempt))
        .query(Outbox::mail)
        .optional();
  }

  void putOff(UUID id, Instant nextAttempt) {
    jdbc.sql("update notifications_mail set next_attempt_at = :next where id = :id")
        .param("next", Timestamp.from(nextAttempt))
        .param("id", id)
        .update();
  }

  void close(UUID id, MailState state, Instant at) {
    jdbc.sql(
            """
            update notifications_mail set state = :state, closed_at = :at, body = '', subject = '', recipient = ''
            where id = :id
            """)
        .param("state", state.name())
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /// Forgets that there was a mail, some time after it was closed.
  ///
  /// @return how many were forgotten
  int deleteClosedBefore(Instant moment) {
    return jdbc.sql("delete from notifications_mail where closed_at < :moment")
        .param("moment", Timestamp.from(moment))
        .update();
  }

  /// @param after the last one seen, to go on after it; null for the newest
  List<Mail> listNewest(@Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select * from notifications_mail
            where cast(:after as uuid) is null
               or (queued_at, id) < (select queued_at, id from notifications_mail where id = :after)
            order by queued_at desc, id desc limit :most
            """)
        .param("after", after, Types.OTHER)
        .param("most", most)
        .query(Outbox::mail)
        .list();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }

  private static Mail mail(ResultSet row, int number) throws SQLException {
    var worthUntil = row.getTimestamp("worth_until");
    return new Mail(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getTimestamp("queued_at").toInstant(),
        worthUntil == null ? null : worthUntil.toInstant(),
        row.getBoolean("urgent"),
        row.getInt("attempts"));
  }
}
