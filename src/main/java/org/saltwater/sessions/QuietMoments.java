package org.saltwater.sessions;

import java.sql.Timestamp;
import java.time.Clock;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.messaging.Conversations;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// "I need a moment": the client asks for quiet, and both pages put the clock away until the client
/// says that they are ready. The hour itself runs on, and nothing sounds.
///
/// It is known only while it lasts. No line in the audit log keeps it, because a list of such
/// moments would be a count of tears.
@Service
public class QuietMoments {
  private final JdbcClient jdbc;
  private final SessionRows rows;
  private final TherapySessions sessions;
  private final Conversations conversations;
  private final Clock clock;

  QuietMoments(
      JdbcClient jdbc,
      SessionRows rows,
      TherapySessions sessions,
      Conversations conversations,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.sessions = sessions;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Takes a moment, or goes on; again changes nothing.
  ///
  /// @throws Refusal `not-found` to anyone but the two who meet, `not-allowed` to the therapist,
  ///     `session-moved-on` if the hour does not run
  @Transactional
  public TherapySession set(AppointmentId id, PersonId client, boolean taken) {
    var session =
        rows.findToChange(sessions.get(id, client).id())
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    if (!session.client().person().equals(client)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (session.state() != SessionState.IN_SESSION) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    if (taken) {
      begin(id);
    } else {
      forget(id);
    }
    sessions.findTalkOf(session).ifPresent(talk -> conversations.announce(talk.id()));
    return session;
  }

  /// Whether one lasts right now.
  public boolean isTaken(AppointmentId id) {
    return jdbc.sql("select exists (select from sessions_moment where session = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  @EventListener
  void on(SessionEnded ended) {
    forget(ended.session());
  }

  private void begin(AppointmentId id) {
    jdbc.sql("insert into sessions_moment (session, since) values (?, ?) on conflict do nothing")
        .params(id.value(), Timestamp.from(clock.instant()))
        .update();
  }

  private void forget(AppointmentId id) {
    jdbc.sql("delete from sessions_moment where session = ?").param(id.value()).update();
  }
}
