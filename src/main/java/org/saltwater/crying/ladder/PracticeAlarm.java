package org.saltwater.crying.ladder;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.PersonId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.notifications.Reminder;
import org.saltwater.timers.Alarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds of a time that was set aside, once, unless it was given up, the ladder rests, or the
/// client turned that off.
@Component
class PracticeAlarm implements Alarm {
  static final String NAME = "crying.practice";

  /// How long before.
  static final Duration BEFORE = Duration.ofHours(1);

  /// @param left until it begins: later nobody needs to be told
  private record Coming(PersonId client, Duration left) {}

  private final JdbcClient jdbc;
  private final People people;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PracticeAlarm(
      JdbcClient jdbc,
      People people,
      Notifications notifications,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void ring(UUID repetition) {
    transaction.executeWithoutResult(
        status ->
            claim(repetition)
                .filter(it -> !people.isRetired(it.client()))
                .ifPresent(
                    coming ->
                        people
                            .find(coming.client())
                            .ifPresent(person -> tell(person, repetition, coming.left()))));
  }

  private void tell(Person person, UUID repetition, Duration left) {
    notifications.remind(
        person.id(),
        person.email(),
        Reminder.PRACTICE,
        Notice.PRACTICE_COMING,
        person.name(),
        new Link("/ladder/times/" + repetition, left),
        new Link("/notices"));
  }

  /// Empty if it was told before, given up or begun, has gone by, or the ladder rests.
  private Optional<Coming> claim(UUID repetition) {
    var at = clock.instant();
    var now = LadderRows.utc(at);
    return jdbc.sql(
            """
            update crying_repetition r set told_at = :now from crying_ladder l
            where r.id = :id and r.told_at is null and r.state = 'PLANNED' and r.starts_at > :now
              and l.client = r.client and l.state = 'UNDER_WAY'
            returning r.client, r.starts_at
            """)
        .param("now", now)
        .param("id", repetition)
        .query(
            (row, _) ->
                new Coming(
                    new PersonId(row.getObject("client", UUID.class)),
                    Duration.between(at, row.getTimestamp("starts_at").toInstant())))
        .optional();
  }
}
