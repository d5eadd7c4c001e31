package org.saltwater.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind [TherapySessions].
@Component
class SessionRows {
  private static final String COLUMNS =
      "appointment, client, therapist, starts_at, ends_at, modality, channel, state, waiting_since,"
          + " therapist_came_at, began_at, ended_at, ended_by";

  private final JdbcClient jdbc;

  SessionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Appointment appointment, Modality channel) {
    jdbc.sql(
            """
            insert into sessions_session
              (appointment, client, therapist, starts_at, ends_at, modality, channel, state)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (appointment) do nothing
            """)
        .params(
            appointment.id().value(),
            appointment.client().value(),
            appointment.therapist().value(),
            Timestamp.from(appointment.start()),
            Timestamp.from(appointment.end()),
            appointment.modality().name(),
            channel.name(),
            SessionState.SCHEDULED.name())
        .update();
  }

  Optional<TherapySession> find(AppointmentId id) {
    return select("appointment = ?", id.value()).stream().findFirst();
  }

  /// The session, locked until the transaction ends.
  Optional<TherapySession> findToChange(AppointmentId id) {
    return select("appointment = ? for update", id.value()).stream().findFirst();
  }

  /// Those whose end has passed while nobody ended them, oldest first; rows that another node works
  /// on are left to it.
  List<TherapySession> listUnfinished(Instant endedBefore) {
    return select(
        """
        ends_at <= ? and state in ('SCHEDULED', 'WAITING', 'IN_SESSION')
        order by ends_at limit 100 for update skip locked
        """,
        Timestamp.from(endedBefore));
  }

  /// The hours of the two that have begun, or should have, and are not over; locked until the
  /// transaction ends.
  List<TherapySession> listBegunToChange(ClientId client, TherapistId therapist, Instant now) {
    return select(
        """
        client = ? and therapist = ?
        and (state in ('WAITING', 'IN_SESSION') or state = 'SCHEDULED' and starts_at <= ?)
        order by starts_at for update
        """,
        client.value(),
        therapist.value(),
        Timestamp.from(now));
  }

  /// The person's hours that start in a stretch of time, in order.
  List<TherapySession> listOf(PersonId person, Instant from, Instant to) {
    return select(
        "? in (client, therapist) and starts_at >= ? and starts_at < ? order by starts_at",
        person.value(),
        Timestamp.from(from),
        Timestamp.from(to));
  }

  void save(TherapySession session) {
    jdbc.sql(
            """
            update sessions_session set state = :state, channel = :channel, waiting_since = :waiting, therapist_came_at = :came,
              began_at = :began, ended_at = :ended, ended_by = :by
            where appointment = :id
            """)
        .param("state", session.state().name())
        .param("channel", session.channel().name())
        .param("waiting", session.waitingSince().map(Timestamp::from).orElse(null))
        .param("came", session.therapistCameAt().map(Timestamp::from).orElse(null))
        .param("began", session.beganAt().map(Timestamp::from).orElse(null))
        .param("ended", session.endedAt().map(Timestamp::from).orElse(null))
        .param("by", session.endedBy().map(PersonId::value).orElse(null))
        .param("id", session.id().value())
        .update();
  }

  void saveArrival(AppointmentId id, byte[] location, byte[] callBack) {
    jdbc.sql(
            "update sessions_session set sealed_location = ?, sealed_call_back = ? where appointment = ?")
        .params(location, callBack, id.value())
        .update();
  }

  /// The sealed arrival of this hour.
  Optional<SealedArrival> findArrival(AppointmentId id) {
    return arrival("appointment = ?", id.value());
  }

  /// The sealed arrival of the client's latest hour.
  Optional<SealedArrival> findLastArrival(ClientId client) {
    return arrival("client = ? order by starts_at desc limit 1", client.value());
  }

  private Optional<SealedArrival> arrival(String where, UUID parameter) {
    return jdbc.sql(
            """
            select appointment, sealed_location, sealed_call_back from sessions_session
            where sealed_location is not null and %s
            """
                .formatted(where))
        .param(parameter)
        .query(
            (row, _) ->
                new SealedArrival(
                    new AppointmentId(row.getObject(1, UUID.class)),
                    row.getBytes(2),
                    row.getBytes(3)))
        .optional();
  }

  private List<TherapySession> select(String where, Object... parameters) {
    return jdbc.sql("select " + COLUMNS + " from sessions_session where " + where)
        .params(parameters)
        .query(SessionRows::read)
        .list();
  }

  private static TherapySession read(ResultSet row, int index) throws SQLException {
    return new TherapySession(
        new AppointmentId(row.getObject("appointment", UUID.class)),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("therapist", UUID.class)),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        Modality.valueOf(row.getString("modality")),
        Modality.valueOf(row.getString("channel")),
        SessionState.valueOf(row.getString("state")),
        time(row, "waiting_since"),
        time(row, "therapist_came_at"),
        time(row, "began_at"),
        time(row, "ended_at"),
        Optional.ofNullable(row.getObject("ended_by", UUID.class)).map(PersonId::new));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  /// An arrival as it is stored.
  @SuppressWarnings("ArrayRecordComponent")
  record SealedArrival(AppointmentId session, byte[] location, byte[] callBack) {}
}
