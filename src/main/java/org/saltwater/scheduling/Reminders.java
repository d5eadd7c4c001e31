package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Mails a day and an hour before each appointment. What is due stands in the database, and is
/// taken from it in the transaction that queues the mail: sent once, whatever stops or runs twice.
@Component
class Reminders {
  private static final List<Duration> BEFORE = List.of(Duration.ofHours(24), Duration.ofHours(1));
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final AppointmentRows appointments;
  private final AppointmentNotices notices;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reminders(
      JdbcClient jdbc,
      AppointmentRows appointments,
      AppointmentNotices notices,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.appointments = appointments;
    this.notices = notices;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Who books at the last moment needs no reminder of what they have just done.
  @EventListener
  void on(AppointmentBooked booked) {
    var start = appointments.find(booked.appointment()).orElseThrow().start();
    for (var before : BEFORE) {
      var due = start.minus(before);
      if (due.isAfter(clock.instant().plus(Duration.ofMinutes(30)))) {
        add(booked.appointment(), due);
      }
    }
  }

  @EventListener
  void on(AppointmentCancelled cancelled) {
    jdbc.sql("delete from scheduling_reminder where appointment = :appointment")
        .param("appointment", cancelled.appointment().value())
        .update();
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
  void sendDue() {
    int sent;
    do {
      sent = sendSome();
    } while (sent == AT_ONCE);
  }

  private int sendSome() {
    return transaction.execute(
        status -> {
          var now = clock.instant();
          var due =
              jdbc.sql(
                      """
                      delete from scheduling_reminder r using (
                        select appointment, due_at from scheduling_reminder where due_at <= :now
                        order by due_at limit :some for update skip locked) d
                      where r.appointment = d.appointment and r.due_at = d.due_at
                      returning r.appointment
                      """)
                  .param("now", AppointmentRows.utc(now))
                  .param("some", AT_ONCE)
                  .query(UUID.class)
                  .list();
          due.stream()
              .distinct()
              .flatMap(id -> appointments.find(new AppointmentId(id)).stream())
              .filter(it -> it.isBooked() && it.start().isAfter(now))
              .forEach(notices::remind);
          return due.size();
        });
  }

  private void add(AppointmentId appointment, Instant due) {
    jdbc.sql(
            """
            insert into scheduling_reminder (appointment, due_at) values (:appointment, :due)
            on conflict do nothing
            """)
        .param("appointment", appointment.value())
        .param("due", AppointmentRows.utc(due))
        .update();
  }
}
