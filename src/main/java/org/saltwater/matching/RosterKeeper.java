package org.saltwater.matching;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentBooked;
import org.saltwater.scheduling.AppointmentCancelled;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.AvailabilityChanged;
import org.saltwater.therapists.TherapistProfileChanged;
import org.saltwater.therapists.TherapistsRegistered;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps the roster in memory as the practice changes. Readers take what is there and never wait;
/// changes come one after another on a thread of their own, each reading the database after the
/// change was committed. What another node changed, and time passing, come in when the whole is
/// read anew. Events are not stored for this: after a restart the roster is read anew anyway.
@Component
class RosterKeeper implements DisposableBean {
  private final RosterReader reader;
  private final Appointments appointments;
  private final Set<TherapistId> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean manyChanged = new AtomicBoolean();
  private final ReentrantLock reading = new ReentrantLock();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("roster").factory());
  private volatile @Nullable Roster roster;
  private volatile boolean isNew = true;

  RosterKeeper(RosterReader reader, Appointments appointments) {
    this.reader = reader;
    this.appointments = appointments;
  }

  /// The roster as it is now; the first to ask waits until it is read.
  Roster current() {
    var known = roster;
    return known != null ? known : firstRead();
  }

  /// Reads everyone anew.
  void refresh() {
    locked(
        () -> {
          roster = reader.read();
          isNew = true;
        });
  }

  /// Reads one therapist anew.
  void refresh(TherapistId therapist) {
    locked(
        () -> {
          var known = roster;
          if (known != null) {
            var held = known;
            roster =
                reader.read(therapist).map(held::with).orElseGet(() -> held.without(therapist));
          }
          isNew = true;
        });
  }

  /// Reads one therapist anew, without anybody waiting for it.
  void refreshLater(TherapistId therapist) {
    later(() -> Optional.of(therapist));
  }

  /// Whether anything came in since this was asked last; also after the start, for what happened
  /// while nobody was listening.
  boolean takeNews() {
    var news = isNew;
    isNew = false;
    return news;
  }

  @Scheduled(
      initialDelayString = "${saltwater.matching.refresh:10m}",
      fixedDelayString = "${saltwater.matching.refresh:10m}")
  void refreshInTime() {
    if (roster != null) {
      refresh();
    }
  }

  @EventListener
  void on(TherapistProfileChanged event) {
    later(() -> Optional.of(event.therapist()));
  }

  @EventListener
  void on(TherapistsRegistered event) {
    afterCommit(this::refreshOnce);
  }

  @EventListener
  void on(AvailabilityChanged event) {
    later(() -> Optional.of(event.therapist()));
  }

  @EventListener
  void on(AppointmentBooked event) {
    later(() -> therapistOf(event.appointment()));
  }

  @EventListener
  void on(AppointmentCancelled event) {
    later(() -> therapistOf(event.appointment()));
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  private Optional<TherapistId> therapistOf(AppointmentId appointment) {
    return appointments.find(appointment).map(Appointment::therapist);
  }

  /// Many changes of one therapist that come together are read once.
  private void later(Supplier<Optional<TherapistId>> whose) {
    afterCommit(
        () ->
            whose
                .get()
                .filter(changed::add)
                .ifPresent(
                    therapist ->
                        worker.execute(
                            () -> {
                              changed.remove(therapist);
                              refresh(therapist);
                            })));
  }

  /// Many who come in many parts are read once.
  private void refreshOnce() {
    if (manyChanged.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            manyChanged.set(false);
            refresh();
          });
    }
  }

  private void afterCommit(Runnable read) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      worker.execute(read);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            worker.execute(read);
          }
        });
  }

  private Roster firstRead() {
    reading.lock();
    try {
      var known = roster;
      if (known == null) {
        known = reader.read();
        roster = known;
      }
      return known;
    } finally {
      reading.unlock();
    }
  }

  private void locked(Runnable change) {
    reading.lock();
    try {
      change.run();
    } finally {
      reading.unlock();
    }
  }
}
