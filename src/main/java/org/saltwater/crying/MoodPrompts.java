package org.saltwater.crying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.notifications.Choices;
import org.saltwater.notifications.Reminder;
import org.saltwater.timers.Timers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When a client is asked how they are after an episode. Each is asked once and never chased.
@Component
public class MoodPrompts {
  private final JdbcClient jdbc;
  private final Timers timers;
  private final Choices choices;
  private final Clock clock;

  MoodPrompts(JdbcClient jdbc, Timers timers, Choices choices, Clock clock) {
    this.jdbc = jdbc;
    this.timers = timers;
    this.choices = choices;
    this.clock = clock;
  }

  /// Those that are due now and not answered, the oldest first; none for a client who has turned
  /// being asked off since.
  public List<MoodPrompt> listOpen(ClientId client) {
    return choices.isWanted(client.person(), Reminder.CHECK_BACK) ? open(client) : List.of();
  }

  private List<MoodPrompt> open(ClientId client) {
    var now = EpisodeRows.utc(clock.instant());
    return jdbc.sql(
            """
            select id, episode, moment, due_at, closes_at from crying_prompt
            where client = ? and answered_at is null and due_at <= ? and closes_at > ?
            order by due_at
            """)
        .params(client.value(), now, now)
        .query((row, _) -> prompt(row))
        .list();
  }

  /// Empty once it is over or answered, or was taken away with its moment, and before it is due.
  /// Whoever follows a link to it may answer, whatever they have turned off since.
  ///
  /// @throws Refusal `not-found` if it is not the client's
  public Optional<MoodPrompt> findOpen(ClientId client, UUID id) {
    if (isSomeoneElses(client, id)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return open(client).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /// Whether the client will be asked, or can still answer, after this episode.
  public boolean isAnyLeft(ClientId client, EpisodeId episode) {
    return jdbc.sql(
            """
            select exists (select from crying_prompt
              where client = ? and episode = ? and answered_at is null and closes_at > ?)
            """)
        .params(client.value(), episode.value(), EpisodeRows.utc(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /// Has these asked, as far as they can still be answered and the client wants to be asked.
  ///
  /// @param ended when the tears were over
  void set(ClientId client, EpisodeId episode, Instant ended, Set<MoodMoment> moments) {
    if (!choices.isWanted(client.person(), Reminder.CHECK_BACK)) {
      return;
    }
    for (var moment : moments) {
      moment.after().ifPresent(after -> set(client, episode, moment, ended.plus(after)));
    }
  }

  private void set(ClientId client, EpisodeId episode, MoodMoment moment, Instant due) {
    var closes = due.plus(moment.open());
    if (!closes.isAfter(clock.instant())) {
      return;
    }
    var id = UUID.randomUUID();
    var set =
        jdbc.sql(
                """
                insert into crying_prompt (id, episode, client, moment, due_at, closes_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                id,
                episode.value(),
                client.value(),
                moment.name(),
                EpisodeRows.utc(due),
                EpisodeRows.utc(closes))
            .update();
    if (set == 1) {
      timers.set(PromptAlarm.NAME, id, due);
    }
  }

  /// Nobody is asked what they have said.
  void answered(EpisodeId episode, MoodMoment moment) {
    jdbc.sql(
            "update crying_prompt set answered_at = coalesce(answered_at, ?) where episode = ? and"
                + " moment = ?")
        .params(EpisodeRows.utc(clock.instant()), episode.value(), moment.name())
        .update();
  }

  private boolean isSomeoneElses(ClientId client, UUID id) {
    return jdbc.sql("select exists (select from crying_prompt where id = ? and client <> ?)")
        .params(id, client.value())
        .query(Boolean.class)
        .single();
  }

  private static MoodPrompt prompt(ResultSet row) throws SQLException {
    return new MoodPrompt(
        row.getObject("id", UUID.class),
        new EpisodeId(row.getObject("episode", UUID.class)),
        MoodMoment.valueOf(row.getString("moment")),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("closes_at", OffsetDateTime.class).toInstant());
  }
}
