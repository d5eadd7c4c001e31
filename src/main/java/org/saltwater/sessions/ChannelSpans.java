package org.saltwater.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// In which way each hour was held, and from when until when. Whoever changes them holds the
/// hour's row.
@Component
class ChannelSpans {
  private final JdbcClient jdbc;

  ChannelSpans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void start(AppointmentId session, Modality channel, Instant at) {
    jdbc.sql(
            """
            insert into sessions_span (session, number, channel, started_at)
            select :session, count(*) + 1, :channel, :at from sessions_span where session = :session
            """)
        .param("session", session.value())
        .param("channel", channel.name())
        .param("at", Timestamp.from(at))
        .update();
  }

  void stop(AppointmentId session, Instant at) {
    jdbc.sql("update sessions_span set stopped_at = ? where session = ? and stopped_at is null")
        .params(Timestamp.from(at), session.value())
        .update();
  }

  List<ChannelSpan> list(AppointmentId session) {
    return jdbc.sql(
            """
            select channel, started_at, stopped_at from sessions_span where session = ? order by number
            """)
        .param(session.value())
        .query(
            (row, _) ->
                new ChannelSpan(
                    Modality.valueOf(row.getString("channel")),
                    row.getTimestamp("started_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("stopped_at")).map(Timestamp::toInstant)))
        .list();
  }
}
