package org.saltwater.sessions;

import org.saltwater.scheduling.AppointmentBooked;
import org.saltwater.scheduling.AppointmentCancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/// Keeps the hours in step with the appointments, and with the clock.
@Component
class SessionCalendar {
  private static final Logger log = LoggerFactory.getLogger(SessionCalendar.class);

  private final TherapySessions sessions;

  SessionCalendar(TherapySessions sessions) {
    this.sessions = sessions;
  }

  @EventListener
  void on(AppointmentBooked booked) {
    sessions.prepare(booked.appointment());
  }

  @EventListener
  void on(AppointmentCancelled cancelled) {
    sessions.cancel(cancelled.appointment());
  }

  @Scheduled(fixedDelay = 30_000, initialDelay = 10_000)
  void finish() {
    try {
      sessions.finish();
    } catch (DataAccessException | CannotCreateTransactionException e) {
      log.debug("the store is away; looking again soon");
    }
  }
}
