package org.saltwater.sessions.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind [Companions] and [Along]. Whoever changes them holds the hour's row first.
@Component
class CompanionRows {
  private final JdbcClient jdbc;
  private final CompanionNames names;

  CompanionRows(JdbcClient jdbc, CompanionNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /// Whoever changes who comes along to the hour does so one after the other.
  void lock(AppointmentId session) {
    jdbc.sql("select 1 from sessions_session where appointment = ? for update")
        .param(session.value())
        .query(Integer.class)
        .optional();
  }

  /// @param sealedName null for a supervisor
  void add(Companion it, int seat, Instant at, byte @Nullable [] sealedName) {
    jdbc.sql(
            """
            insert into sessions_companion (id, session, client, supervisor, invited_by, invited_at, seat,
              own_answer, client_answer, therapist_answer, sealed_name)
            values (:id, :session, :client, :supervisor, :by, :at, :seat, :own, :clients, :therapists, :name)
            """)
        .param("id", it.id())
        .param("session", it.session().value())
        .param("client", it.client().value())
        .param("supervisor", it.supervisor().map(PersonId::value).orElse(null))
        .param("by", it.invitedBy().value())
        .param("at", Timestamp.from(at))
        .param("seat", seat)
        .param("own", it.own().name())
        .param("clients", it.clients().name())
        .param("therapists", it.therapists().name())
        .param("name", sealedName)
        .update();
  }

  /// @param seat empty once someone has said no
  void answer(UUID id, Answer own, Answer clients, Answer therapists, Optional<Integer> seat) {
    jdbc.sql(
            """
            update sessions_companion
            set own_answer = :own, client_answer = :clients, therapist_answer = :therapists, seat = :seat
            where id = :id
            """)
        .param("own", own.name())
        .param("clients", clients.name())
        .param("therapists", therapists.name())
        .param("seat", seat.orElse(null))
        .param("id", id)
        .update();
  }

  void rename(UUID id, byte[] sealedName) {
    set("sealed_name", id, sealedName);
  }

  void setLink(UUID id, byte[] hash) {
    set("link_hash", id, hash);
  }

  void setRequest(UUID id, byte[] hash) {
    set("request_hash", id, hash);
  }

  private void set(String column, UUID id, byte[] value) {
    jdbc.sql("update sessions_companion set " + column + " = ? where id = ?")
        .params(value, id)
        .update();
  }

  /// Uses a link up: of two who try at once, one gets it, and whoever had come by an earlier one is
  /// not known any more.
  Optional<Companion> spend(byte[] link, byte[] visit) {
    return jdbc.sql(
            """
            update sessions_companion set link_hash = null, visit_hash = :visit
            where link_hash = :link and not forgotten returning *
            """)
        .param("visit", visit)
        .param("link", link)
        .query(this::read)
        .optional();
  }

  /// The seats that are taken.
  List<Integer> listSeats(AppointmentId session) {
    return jdbc.sql("select seat from sessions_companion where session = ? and seat is not null")
        .param(session.value())
        .query((row, _) -> row.getInt("seat"))
        .list();
  }

  int seatOf(UUID id) {
    return jdbc.sql("select seat from sessions_companion where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  Optional<Companion> find(UUID id) {
    return select("id = ?", id).stream().findFirst();
  }

  Optional<Companion> findByLink(byte[] hash) {
    return select("link_hash = ?", (Object) hash).stream().findFirst();
  }

  Optional<Companion> findByVisit(UUID id, byte[] hash) {
    return select("id = ? and visit_hash = ?", id, hash).stream().findFirst();
  }

  Optional<Companion> findByRequest(AppointmentId session, PersonId by, byte[] hash) {
    return select(
            "session = ? and invited_by = ? and request_hash = ?",
            session.value(),
            by.value(),
            hash)
        .stream()
        .findFirst();
  }

  List<Companion> listOf(AppointmentId session) {
    return select("session = ?", session.value());
  }

  List<Companion> listOf(PersonId supervisor) {
    return select("supervisor = ?", supervisor.value());
  }

  /// Empties what was told for hours that are over: names, links, and who holds them.
  void forgetOver() {
    jdbc.sql(
            """
            update sessions_companion
            set forgotten = true, sealed_name = null, link_hash = null, visit_hash = null, request_hash = null
            where not forgotten and session in (
              select appointment from sessions_session where state not in ('SCHEDULED', 'WAITING', 'IN_SESSION'))
            """)
        .update();
  }

  private List<Companion> select(String where, Object... parameters) {
    return jdbc.sql(
            "select * from sessions_companion where not forgotten and %s order by invited_at, id"
                .formatted(where))
        .params(parameters)
        .query(this::read)
        .list();
  }

  private Companion read(ResultSet row, int index) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var client = new ClientId(row.getObject("client", UUID.class));
    var supervisor =
        Optional.ofNullable(row.getObject("supervisor", UUID.class)).map(PersonId::new);
    return new Companion(
        id,
        new AppointmentId(row.getObject("session", UUID.class)),
        client,
        supervisor,
        new PersonId(row.getObject("invited_by", UUID.class)),
        Answer.valueOf(row.getString("own_answer")),
        Answer.valueOf(row.getString("client_answer")),
        Answer.valueOf(row.getString("therapist_answer")),
        names.of(client, id, supervisor, row.getBytes("sealed_name")),
        row.getBytes("link_hash") != null);
  }
}
