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

  Optional<Appointment> findByRequest(ClientId client, String key) {
    return jdbc.sql(
            "select * from scheduling_appointment where client = :client and request_key = :key")
        .param("client", client.value())
        .param("key", key)
        .query(AppointmentRows::appointment)
        .optional();
  }

  /// The client's hold on this very time, if it is still kept.
  Optional<Appointment> findHold(
      ClientId client, TherapistId therapist, Instant start, Instant now) {
    return jdbc.sql(
            """
            select * from scheduling_appointment
            where client = :client and therapist = :therapist and starts_at = :start
              and state = 'HELD' and held_until > :now
            """)
        .param("client", client.value())
        .param("therapist", therapist.value())
        .param("start", utc(start))
        .param("now", utc(now))
        .query(AppointmentRows::appointment)
        .optional();
  }

  boolean isTakenByAnother(TherapistId therapist, ClientId client, Span needed, Instant now) {
    return jdbc.sql(
            """
            select exists (select from scheduling_appointment
              where therapist = :therapist and client <> :client
                and tstzrange(starts_at, blocked_until) && tstzrange(:start, :end)
                and (state = 'BOOKED' or state = 'HELD' and held_until > :now))
            """)
        .param("therapist", therapist.value())
        .param("client", client.value())
        .param("start", utc(needed.start()))
        .param("end", utc(needed.end()))
        .param("now", utc(now))
        .query(Boolean.class)
        .single();
  }

  boolean isBusy(ClientId client, Span span, Instant now) {
    return jdbc.sql(
            """
            select exists (select from scheduling_appointment
              where client = :client and tstzrange(starts_at, ends_at) && tstzrange(:start, :end)
                and (state = 'BOOKED' or state = 'HELD' and held_until > :now))
            """)
        .param("client", client.value())
        .param("start", utc(span.start()))
        .param("end", utc(span.end()))
        .param("now", utc(now))
        .query(Boolean.class)
        .single();
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

  /// Puts aside what would stand in the way of a new hold though it no longer should: other
  /// people's holds on that time that have run out, and the client's own earlier holds (one at a
  /// time, so that nobody can hold a whole calendar).
  ///
  /// In a fixed order, so that two who do this at once wait for each other instead of dying
  /// together.
  void clearTheWay(ClientId client, TherapistId therapist, Span needed, Instant now) {
    jdbc.sql(
            """
            update scheduling_appointment
            set state = case when held_until <= :now then 'EXPIRED' else 'CANCELLED' end
            where state = 'HELD'
              and (client = :client
                or held_until <= :now and therapist = :therapist
                  and tstzrange(starts_at, blocked_until) && tstzrange(:start, :end))
            """)
        .param("client", client.value())
        .param("therapist", therapist.value())
        .param("start", utc(needed.start()))
        .param("end", utc(needed.end()))
        .param("now", utc(now))
        .update();
  }

  /// Whether the row could be written; if not, another's time or this client's own is in its way,
  /// or the request was made before. Waits for others who want the same time at this moment, and
  /// leaves the transaction usable.
  boolean insert(Appointment it, Instant blockedUntil, @Nullable String requestKey, Instant now) {
    return jdbc.sql(
                """
                insert into scheduling_appointment (id, client, therapist, starts_at, ends_at, blocked_until,
                  modality, state, held_until, request_key, made_at)
                values (:id, :client, :therapist, :start, :end, :blockedUntil,
                  :modality, :state, :heldUntil, :requestKey, :now)
                on conflict do nothing
                """)
            .param("id", it.id().value())
            .param("client", it.client().value())
            .param("therapist", it.therapist().value())
            .param("start", utc(it.start()))
            .param("end", utc(it.end()))
            .param("blockedUntil", utc(blockedUntil))
            .param("modality", it.modality().name())
            .param("state", it.state().name())
            .param("heldUntil", it.heldUntil() == null ? utc(now) : utc(it.heldUntil()))
            .param("requestKey", requestKey)
            .param("now", utc(now))
            .update()
        == 1;
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

  /// Times that were kept for somebody and never booked.
  void deleteLapsed(Instant before) {
    jdbc.sql(
            """
            delete from scheduling_appointment
            where held_until < :before
              and (state in ('HELD', 'EXPIRED') or state = 'CANCELLED' and cancelled_at is null)
            """)
        .param("before", utc(before))
        .update();
  }

  /// Until when a row keeps its therapist's time, the buffer included.
  Instant getBlockedUntil(AppointmentId id) {
    return jdbc.sql("select blocked_until from scheduling_appointment where id = :id")
        .param("id", id.value())
        .query((row, number) -> instant(row, "blocked_until"))
        .single();
  }

  void setModality(AppointmentId id, Modality modality) {
    jdbc.sql("update scheduling_appointment set modality = :modality where id = :id")
        .param("id", id.value())
        .param("modality", modality.name())
        .update();
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

  Optional<AppointmentId> findMovedFrom(AppointmentId id) {
    return jdbc.sql(
            "select moved_from from scheduling_appointment where id = :id and moved_from is not null")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .map(AppointmentId::new);
  }

  boolean wasMoved(AppointmentId id) {
    return jdbc.sql("select exists (select from scheduling_appointment where moved_from = :id)")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
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

  private static Appointment appointment(ResultSet row, int number) throws SQLException {
    var state = AppointmentState.valueOf(row.getString("state"));
    return new Appointment(
        new AppointmentId(row.getObject("id", UUID.class)),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("therapist", UUID.class)),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        Modality.valueOf(row.getString("modality")),
        state,
        state == AppointmentState.HELD ? instant(row, "held_until") : null);
  }
}
