package org.saltwater.sessions.phone;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.telephony.LegEnd;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The latest call of each hour, for all nodes. A number is nowhere in it.
@Component
class CallRows {
  /// A call whose node has not spoken of it for this long is over: the node has died.
  private static final Duration LOST_AFTER = Duration.ofSeconds(20);

  private final JdbcClient jdbc;

  CallRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Begins a call where none is on.
  ///
  /// @return whether it is the hour's call now
  boolean begin(AppointmentId session, UUID call, CallState first, Instant now) {
    return jdbc.sql(
                """
                insert into sessions_call (session, call, state, is_own, seen_at)
                values (:session, :call, :first, :own, :now)
                on conflict (session) do update
                  set call = :call, state = :first, is_own = :own, why = null, seen_at = :now
                  where sessions_call.state = 'ENDED' or sessions_call.seen_at < :lost
                """)
            .param("session", session.value())
            .param("call", call)
            .param("first", first.name())
            .param("own", first == CallState.CALLING_THERAPIST)
            .param("now", Timestamp.from(now))
            .param("lost", Timestamp.from(now.minus(LOST_AFTER)))
            .update()
        == 1;
  }

  /// The client has called in: that is the hour's call from now on, whatever was before.
  void replace(AppointmentId session, UUID call, Instant now) {
    jdbc.sql(
            """
            insert into sessions_call (session, call, state, seen_at) values (:session, :call, 'CONNECTED', :now)
            on conflict (session) do update
              set call = :call, state = 'CONNECTED', is_own = false, why = null, seen_at = :now
            """)
        .param("session", session.value())
        .param("call", call)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// @return whether it was news
  boolean step(UUID call, CallState next, Optional<CallEnd> why) {
    var before =
        jdbc.sql("select state from sessions_call where call = ? for update")
            .param(call)
            .query((row, _) -> CallState.valueOf(row.getString(1)))
            .optional();
    if (before.filter(it -> it.canBecome(next)).isEmpty()) {
      return false;
    }
    jdbc.sql("update sessions_call set state = :state, why = :why where call = :call")
        .param("state", next.name())
        .param("why", why.map(CallEnd::name).orElse(null))
        .param("call", call)
        .update();
    return true;
  }

  Optional<PhoneCall> find(AppointmentId session, Instant now) {
    return jdbc.sql("select call, state, why, is_own, seen_at from sessions_call where session = ?")
        .param(session.value())
        .query(
            (row, _) -> {
              var call =
                  new PhoneCall(
                      row.getObject("call", UUID.class),
                      session,
                      CallState.valueOf(row.getString("state")),
                      Optional.ofNullable(row.getString("why")).map(CallEnd::read),
                      row.getBoolean("is_own"));
              var seen = row.getTimestamp("seen_at").toInstant();
              return call.isOn() && seen.isBefore(now.minus(LOST_AFTER))
                  ? new PhoneCall(
                      call.id(),
                      session,
                      CallState.ENDED,
                      Optional.of(CallEnd.of(LegEnd.LINE_LOST)),
                      call.isOwn())
                  : call;
            })
        .optional();
  }

  boolean isOn(UUID call) {
    return jdbc.sql("select count(*) from sessions_call where call = ? and state <> 'ENDED'")
            .param(call)
            .query(Integer.class)
            .single()
        == 1;
  }

  void see(Collection<UUID> calls, Instant now) {
    jdbc.sql("update sessions_call set seen_at = ? where call = any(?)")
        .params(Timestamp.from(now), calls.toArray(UUID[]::new))
        .update();
  }
}
