package org.saltwater.crying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.kernel.PersonId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.notifications.Reminder;
import org.saltwater.timers.Alarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks, when it is time. That it was asked is noted together with the asking, so that it happens
/// once whatever breaks in between.
@Component
class PromptAlarm implements Alarm {
  static final String NAME = "crying.prompt";

  private record Asked(PersonId person, Instant closesAt) {}

  private final JdbcClient jdbc;
  private final People people;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PromptAlarm(
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
  public void ring(UUID prompt) {
    transaction.executeWithoutResult(
        status ->
            claim(prompt)
                .filter(it -> !people.isRetired(it.person()))
                .ifPresent(it -> ask(prompt, it)));
  }

  /// What could not leave while it can be answered does not leave any more.
  private void ask(UUID prompt, Asked asked) {
    var left = Duration.between(clock.instant(), asked.closesAt());
    people
        .find(asked.person())
        .ifPresent(
            person ->
                notifications.remind(
                    person.id(),
                    person.email(),
                    Reminder.CHECK_BACK,
                    Notice.CHECK_BACK,
                    person.name(),
                    new Link("/check-back/" + prompt, left),
                    new Link("/notices")));
  }

  /// Empty if it was asked or answered before, is over, or was taken away with its episode.
  private Optional<Asked> claim(UUID prompt) {
    var now = EpisodeRows.utc(clock.instant());
    return jdbc.sql(
            """
            update crying_prompt set told_at = ?
            where id = ? and told_at is null and answered_at is null and closes_at > ?
            returning client, closes_at
            """)
        .params(now, prompt, now)
        .query(
            (row, _) ->
                new Asked(
                    new PersonId(row.getObject("client", UUID.class)),
                    row.getObject("closes_at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
