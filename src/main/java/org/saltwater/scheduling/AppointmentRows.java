package org.saltwater.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind [Appointments]. Knows SQL, not rules.
@Repository
class AppointmentRows {
  private final JdbcClient jdbc;

  AppointmentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Appointment> find(AppointmentId id) {
    return jdbc.sql("select * from scheduling_appointment where id = :id")
        .param("id", id.value())
        .query(AppointmentRows::appointment)
        .optional();
  }

  /// Those that overlap a stretch of time, in order.
  List<Appointment> listBooked(ClientId client, Instant from, Instant to) {
    return listBooked("client", client.value(), from, to);
  }

  List<Appointment> listBooked(TherapistId therapist, Instant from, Instant to) {
    return listBooked("therapist", therapist.value(), from, to);
  }

  private List<Appointment> listBooked(String column, UUID person, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from scheduling_appointment
            where %s = :person and state = 'BOOKED' and ends_at > :from and starts_at < :to
            order by starts_at, id
            """
                .formatted(column))
        .param("person", person)
        .param("from", utc(from))
        .param("to", utc(to))
        .query(AppointmentRows::appointment)
        .list();
  }

  List<Appointment> listCalledOff(ClientId client) {
    return jdbc.sql(
            """
            select * from scheduling_appointment one
            where client = :client and state = 'CANCELLED' and cancelled_by = client
              and not exists (
                select from scheduling_appointment next
                where next.client = one.client and next.moved_from = one.id)
            order by starts_at, id
            """)
        .param("client", client.value())
        .query(AppointmentRows::appointment)
        .list();
  }

  /// What occupies the therapists' time from one moment to another, buffers included.
  Map<TherapistId, List<Span>> listTaken(
      Collection<TherapistId> therapists, Instant from, Instant to, Instant now) {
    var taken = new HashMap<TherapistId, List<Span>>();
    if (therapists.isEmpty() || !from.isBefore(to)) {
      return taken;
    }
    jdbc.sql(
            """
            select therapist, starts_at, blocked_until from scheduling_appointment
            where therapist = any(:therapists)
              and tstzrange(starts_at, blocked_until)
                && tstzrange(:from, cast(:to as timestamptz) + interval '1 day')
              and (state = 'BOOKED' or state = 'HELD' and held_until > :now)
            """)
        .param("therapists", therapists.stream().map(TherapistId::value).toArray(UUID[]::new))
        .param("from", utc(from))
        .param("to", utc(to))
        .param("now", utc(now))
        .query(
            row -> {
              taken
                  .computeIfAbsent(
                      new TherapistId(row.getObject("therapist", UUID.class)),
                      therapist -> new ArrayList<>())
                  .add(new Span(instant(row, "starts_at"), instant(row, "blocked_until")));
            });
    return taken;
  }

  /// Takes the row's time if it is free; only EXPIRED rows ever come back.
  ///
  /// @throws org.springframework.dao.DataAccessException if another has the time by now
  void book(AppointmentId id, @Nullable AppointmentId movedFrom) {
    jdbc.sql(
            "update scheduling_appointment set state = 'BOOKED', moved_from = :movedFrom where id = :id")
        .param("id", id.value())
        .param("movedFrom", movedFrom == null ? null : movedFrom.value())
        .update();
  }

  /// Until when a row keeps its therapist's time, the buffer included.
  Instant getBlockedUntil(AppointmentId id) {
    return jdbc.sql("select blocked_until from scheduling_appointment where id = :id")
        .param("id", id.value())
        .query((row, number) -> instant(row, "blocked_until"))
        .single();
  }

  void cancel(AppointmentId id, @Nullable PersonId by, Instant now) {
    jdbc.sql(
            """
            update scheduling_appointment
            set state = 'CANCELLED', cancelled_by = :by, cancelled_at = :now where id = :id
            """)
        .param("id", id.value())
        .param("by", by == null ? null : by.value())
        .param("now", utc(now))
        .update();
  }

  void end(AppointmentId id, Instant now) {
    jdbc.sql(
            """
            update scheduling_appointment set over_at = :now
            where id = :id and state = 'BOOKED' and over_at is null and ends_at > :now
            """)
        .param("id", id.value())
        .param("now", utc(now))
        .update();
  }

  Optional<AppointmentId> findMovedFrom(AppointmentId id) {
    return jdbc.sql(
            "select moved_from from scheduling_appointment where id = :id and moved_from is not null")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(AppointmentId::new);
  }

  Optional<AppointmentId> findMovedTo(AppointmentId id) {
    return jdbc.sql("select id from scheduling_appointment where moved_from = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(AppointmentId::new);
  }

  /// Whether it ended because its therapist has left.
  boolean wasHandedOver(AppointmentId id) {
    return jdbc.sql(
            """
            select exists (select from scheduling_appointment
                           where id = :id and state = 'CANCELLED' and cancelled_by is null)
            """)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Appointment appointment(ResultSet row, int number) throws SQLException {
    var state = AppointmentState.valueOf(row.getString("state"));
    var over = row.getObject("over_at", OffsetDateTime.class);
    return new Appointment(
        new AppointmentId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("therapist", UUID.class)),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        Modality.valueOf(row.getString("modality")),
        state,
        state == AppointmentState.HELD ? instant(row, "held_until") : null,
        over == null ? null : over.toInstant());
  }
}
