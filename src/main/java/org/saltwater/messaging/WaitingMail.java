package org.saltwater.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.PersonId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.notifications.Reminder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Mails a person when a message has waited for a while: once for a conversation, until they have
/// read up to there. It says neither from whom nor what.
@Component
class WaitingMail {
  /// What has waited for longer is no news: a practice that moves in with its conversations does
  /// not send a mail to everyone.
  private static final Duration OLDEST = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final People people;
  private final Notifications notifications;
  private final Duration wait;
  private final Clock clock;

  /// @param wait how long a message stays unread before the mail
  WaitingMail(
      JdbcClient jdbc,
      People people,
      Notifications notifications,
      @Value("${saltwater.messages.mail-after:30m}") Duration wait,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.notifications = notifications;
    this.wait = wait;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
  @Transactional
  public void send() {
    var now = clock.instant();
    jdbc
        .sql(
            """
            with waiting as (
              select c.id, p.person, c.last_number, coalesce(r.read, 0) as read
              from messaging_conversation c
              cross join lateral (values (c.client), (c.therapist)) p (person)
              left join messaging_mark r on r.conversation = c.id and r.person = p.person
              where c.closed_at is null and c.last_number > coalesce(r.read, 0)
                and (select min(m.sent_at) from messaging_message m
                     where m.conversation = c.id and m.number > coalesce(r.read, 0)
                       and m.sender <> p.person) between :oldest and :newest)
            insert into messaging_waiting_mail as w (conversation, person, up_to)
            select id, person, last_number from waiting
            on conflict (conversation, person) do update set up_to = excluded.up_to
            where w.up_to <= (select read from waiting
                              where waiting.id = w.conversation and waiting.person = w.person)
            returning person
            """)
        .param("oldest", Timestamp.from(now.minus(OLDEST)))
        .param("newest", Timestamp.from(now.minus(wait)))
        .query(UUID.class)
        .list()
        .stream()
        .distinct()
        .map(PersonId::new)
        .filter(it -> !people.isRetired(it))
        .flatMap(it -> people.find(it).stream())
        .forEach(this::tell);
  }

  private void tell(Person person) {
    notifications.remind(
        person.id(),
        person.email(),
        Reminder.MESSAGE,
        Notice.MESSAGE_WAITING,
        person.name(),
        new Link("/messages"));
  }
}
