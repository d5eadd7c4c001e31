package org.saltwater.sessions;

import org.saltwater.care.EdgeClosed;
import org.saltwater.care.EdgeKind;
import org.saltwater.scheduling.AppointmentBooked;
import org.saltwater.scheduling.AppointmentCancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

  /// In the transaction that closes the edge, and before the conversation closes: locks are taken
  // in
  /// the same order everywhere, the hour first.
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(EdgeClosed closed) {
    if (closed.kind() == EdgeKind.TREATING) {
      sessions.stop(closed.client(), closed.therapist());
    }
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
