package org.saltwater.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// How soon a therapist has answered lately, from what really happened. Said as "usually", never
/// promised.
@Service
public class AnswerTimes {
  /// How far back one looks.
  static final Duration WINDOW = Duration.ofDays(30);

  /// With fewer answers nothing is said: one quick morning is not a habit.
  static final int FEWEST = 5;

  private final JdbcClient jdbc;
  private final Clock clock;

  AnswerTimes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The median time from a client's first unanswered message to the therapist's next, over the
  /// last 30 days, outside of sessions; empty with fewer than 5 answers.
  public Optional<Duration> findUsual(TherapistId therapist) {
    return jdbc.sql(
            """
            with said as (
              select m.conversation, m.number, m.sent_at, m.sender = c.therapist as answers,
                     lag(m.sender = c.therapist, 1, true)
                       over (partition by m.conversation order by m.number) as after_answer
              from messaging_conversation c join messaging_message m on m.conversation = c.id
              where c.therapist = :therapist and m.sent_at > :since and m.session is null),
            turns as (
              select answers, lag(sent_at) over (partition by conversation order by number) as asked_at, sent_at
              from said where answers <> after_answer)
            select count(*) as answered,
                   percentile_cont(0.5) within group (order by extract(epoch from sent_at - asked_at)) as usual
            from turns where answers and asked_at is not null
            """)
        .param("therapist", therapist.value())
        .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
        .query(
            (row, _) ->
                row.getLong("answered") < FEWEST
                    ? Optional.<Duration>empty()
                    : Optional.of(Duration.ofSeconds(Math.round(row.getDouble("usual")))))
        .single();
  }
}
