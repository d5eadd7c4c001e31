package org.saltwater.sessions.video;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is in which room and what they have to say to each other, for all nodes.
@Component
class CallTable {
  private final JdbcClient jdbc;

  CallTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A device in the room.
  record Present(AppointmentId session, UUID device, PersonId person) {}

  /// Something said to a device, as JSON.
  record Signal(long number, UUID recipient, String body) {
    @Override
    public String toString() {
      return "Signal[" + number + "]";
    }
  }

  /// From now on this is the person's one device in the room, whichever it was before.
  @Transactional
  public void enter(AppointmentId session, PersonId person, UUID device, Instant now) {
    // Two devices of one person that come at the same time come one after the other.
    jdbc.sql("select 1 from sessions_session where appointment = ? for update")
        .param(session.value())
        .query(Integer.class)
        .optional();
    jdbc.sql("delete from sessions_device where session = ? and person = ?")
        .params(session.value(), person.value())
        .update();
    jdbc.sql("insert into sessions_device (device, session, person, seen_at) values (?, ?, ?, ?)")
        .params(device, session.value(), person.value(), Timestamp.from(now))
        .update();
  }

  /// What was said to it goes with it.
  void leave(UUID device) {
    jdbc.sql("delete from sessions_device where device = ?").param(device).update();
  }

  void clear(AppointmentId session) {
    jdbc.sql("delete from sessions_device where session = ?").param(session.value()).update();
  }

  void clear(AppointmentId session, PersonId person) {
    jdbc.sql("delete from sessions_device where session = ? and person = ?")
        .params(session.value(), person.value())
        .update();
  }

  List<Present> listPresent(Collection<AppointmentId> sessions) {
    return jdbc.sql("select session, device, person from sessions_device where session = any(?)")
        .param(sessions.stream().map(AppointmentId::value).toArray(UUID[]::new))
        .query(
            (row, _) ->
                new Present(
                    new AppointmentId(row.getObject("session", UUID.class)),
                    row.getObject("device", UUID.class),
                    new PersonId(row.getObject("person", UUID.class))))
        .list();
  }

  void see(Collection<UUID> devices, Instant now) {
    jdbc.sql("update sessions_device set seen_at = ? where device = any(?)")
        .params(Timestamp.from(now), devices.toArray(UUID[]::new))
        .update();
  }

  /// Forgets devices whose node has not said for a while that they are there.
  void forgetUnseen(Instant since) {
    jdbc.sql("delete from sessions_device where seen_at < ?").param(Timestamp.from(since)).update();
  }

  /// Keeps something for a device of the same room until it is taken. If that device has gone, so
  /// has what was said; one that is just going is waited for.
  void put(AppointmentId session, UUID recipient, String body) {
    jdbc.sql(
            """
            insert into sessions_signal (recipient, body)
            select device, :body from sessions_device where device = :recipient and session = :session
            for key share
            """)
        .param("body", body)
        .param("recipient", recipient)
        .param("session", session.value())
        .update();
  }

  /// Takes what was said to these devices, in order; nobody else gets it.
  List<Signal> take(Collection<UUID> devices) {
    return jdbc
        .sql(
            """
            delete from sessions_signal where recipient = any(?) returning number, recipient, body
            """)
        .param(devices.toArray(UUID[]::new))
        .query(
            (row, _) ->
                new Signal(
                    row.getLong("number"),
                    row.getObject("recipient", UUID.class),
                    row.getString("body")))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Signal::number))
        .toList();
  }
}
