package org.saltwater.scheduling;

import static org.saltwater.scheduling.AppointmentRows.utc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of times that are only held, and what stands in the way of a new one. Knows SQL, not
/// rules.
@Repository
class HoldRows {
  private final JdbcClient jdbc;

  HoldRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  void setModality(AppointmentId id, Modality modality) {
    jdbc.sql("update scheduling_appointment set modality = :modality where id = :id")
        .param("id", id.value())
        .param("modality", modality.name())
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
}
