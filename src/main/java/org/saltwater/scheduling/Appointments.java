package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Times held, booked and given up. Each change joins the caller's transaction, or has one of its
/// own.
@Component
public class Appointments {
  /// How long a chosen time is kept while the client decides.
  public static final Duration HOLD = Duration.ofMinutes(10);

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private final AppointmentRows rows;
  private final Holds holds;
  private final Turns turns;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Appointments(
      AppointmentRows rows,
      Holds holds,
      Turns turns,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.holds = holds;
    this.turns = turns;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /// @throws Refusal not-found
  public Appointment get(AppointmentId id) {
    return find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  public Optional<Appointment> find(AppointmentId id) {
    return rows.find(id);
  }

  /// Where an hour was moved to; empty if it was not.
  public Optional<Appointment> findMovedTo(AppointmentId id) {
    return rows.findMovedTo(id).flatMap(rows::find);
  }

  /// Booked ones, past and to come, in order.
  public List<Appointment> listFor(ClientId client) {
    return rows.listBooked(client, Instant.EPOCH, EVER);
  }

  /// Those that the client called off, but for those moved to another time, in order.
  public List<Appointment> listCalledOff(ClientId client) {
    return rows.listCalledOff(client);
  }

  /// Booked ones that are under way or to come, in order.
  public List<Appointment> listComing(ClientId client) {
    var now = clock.instant();
    return rows.listBooked(client, now, EVER).stream().filter(it -> !it.isOverAt(now)).toList();
  }

  /// Booked ones that overlap a stretch of time, in order.
  public List<Appointment> listFor(TherapistId therapist, Instant from, Instant to) {
    return rows.listBooked(therapist, from, to);
  }

  /// As [#hold(ClientId, TherapistId, Instant, Modality, String)], without a key.
  public Appointment hold(
      ClientId client, TherapistId therapist, Instant start, Modality modality) {
    return transaction.execute(
        status -> holds.hold(client, therapist, start, modality, Optional.empty()));
  }

  /// Keeps a time for a client for ten minutes, and lets go of any other they held.
  ///
  /// @param key the request's Idempotency-Key: the same key gives the same appointment again
  /// @throws Refusal slot-taken, slot-not-offered, client-busy, idempotency-key-reused
  public Appointment hold(
      ClientId client, TherapistId therapist, Instant start, Modality modality, String key) {
    return transaction.execute(
        status -> holds.hold(client, therapist, start, modality, Optional.of(key)));
  }

  /// Books a held time; again changes nothing. A hold that has run out is booked all the same if
  /// nobody took its time.
  ///
  /// @throws Refusal not-found, slot-taken, slot-not-offered (it has begun), appointment-cancelled
  public Appointment confirm(AppointmentId id, ClientId client) {
    return transaction.execute(
        status -> {
          turns.take(own(id, client));
          return book(get(id), null);
        });
  }

  /// Takes the client's turn, as every change of their appointments does, and keeps it until the
  /// caller's transaction ends: for whoever must look first, and change then.
  public void takeTurn(ClientId client) {
    turns.take(client);
  }

  /// As [#takeTurn], and the therapists' after it, in the one order in which everyone takes them.
  public void takeTurns(ClientId client, Collection<TherapistId> therapists) {
    turns.take(client, therapists);
  }

  /// Books the held time and gives up the old one, or neither.
  ///
  /// @throws Refusal as [#confirm] and [#cancel]; appointment-cancelled if the old one is not
  ///     booked, as a hold is not
  public Appointment move(AppointmentId from, AppointmentId to, ClientId client) {
    return transaction.execute(
        status -> {
          turns.take(client, List.of(own(from, client).therapist(), own(to, client).therapist()));
          var next = get(to);
          if (next.isBooked() && rows.findMovedFrom(to).filter(from::equals).isPresent()) {
            return next;
          }
          if (from.equals(to) || !get(from).isBooked()) {
            throw new Refusal(SchedulingProblem.APPOINTMENT_CANCELLED);
          }
          giveUp(get(from), client.person());
          return book(next, from);
        });
  }

  /// Gives a time up, booked or held; again changes nothing.
  ///
  /// @param by one of the two who would have met
  /// @throws Refusal not-found to anyone else; appointment-begun
  public Appointment cancel(AppointmentId id, PersonId by) {
    return transaction.execute(
        status -> {
          var appointment =
              find(id)
                  .filter(it -> it.isWith(by))
                  .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
          turns.take(appointment);
          var now = get(id);
          if (now.state().occupiesTime()) {
            giveUp(now, by);
          }
          return get(id);
        });
  }

  /// Notes that the hour of a booked one is over before its time. Afterwards it is past for both;
  // its
  /// time is not offered again.
  public void end(AppointmentId id) {
    rows.end(id, clock.instant());
  }

  /// Gives up all that is still to come between two people, as when the client changes therapist.
  ///
  /// @return what was given up
  public List<Appointment> cancelAllBetween(ClientId client, TherapistId therapist) {
    return transaction.execute(
        status -> {
          turns.take(client, List.of(therapist));
          var now = clock.instant();
          var coming =
              listComing(client).stream()
                  .filter(it -> it.therapist().equals(therapist) && it.start().isAfter(now))
                  .toList();
          coming.forEach(it -> cancel(it.id(), client.person()));
          return coming;
        });
  }

  /// Gives a booked time up for a therapist who has left, and books the same one with another if
  /// they are free then. `care` tells the client, in one mail about all that follows.
  ///
  /// @param to who may take it; empty if nobody may
  /// @return the appointment that takes its place
  /// @throws Refusal not-found, appointment-cancelled, appointment-begun
  public Optional<Appointment> handOver(AppointmentId id, Optional<TherapistId> to) {
    return transaction.execute(
        status -> {
          var before = get(id);
          turns.take(
              before.client(), Stream.concat(Stream.of(before.therapist()), to.stream()).toList());
          giveUp(get(id), null);
          return to.flatMap(it -> bookInstead(before, it));
        });
  }

  private Optional<Appointment> bookInstead(Appointment before, TherapistId other) {
    try {
      var held =
          holds.hold(before.client(), other, before.start(), before.modality(), Optional.empty());
      return Optional.of(book(held, before.id()));
    } catch (Refusal notFree) {
      return Optional.empty();
    }
  }

  private Appointment own(AppointmentId id, ClientId client) {
    return find(id)
        .filter(it -> it.client().equals(client))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private Appointment book(Appointment it, @Nullable AppointmentId movedFrom) {
    if (it.isBooked() && movedFrom == null) {
      return it;
    }
    if (!it.state().canBecome(AppointmentState.BOOKED)) {
      throw new Refusal(SchedulingProblem.APPOINTMENT_CANCELLED);
    }
    if (it.start().isBefore(clock.instant())) {
      throw new Refusal(SchedulingProblem.SLOT_NOT_OFFERED);
    }
    try {
      if (it.state() == AppointmentState.EXPIRED) {
        holds.makeWay(it, rows.getBlockedUntil(it.id()));
      }
      rows.book(it.id(), movedFrom);
    } catch (DataIntegrityViolationException taken) {
      throw new Refusal(SchedulingProblem.SLOT_TAKEN);
    }
    events.publishEvent(new AppointmentBooked(it.id()));
    return get(it.id());
  }

  /// @param by null for a therapist who has left
  private void giveUp(Appointment it, @Nullable PersonId by) {
    if (!it.state().canBecome(AppointmentState.CANCELLED)) {
      throw new Refusal(SchedulingProblem.APPOINTMENT_CANCELLED);
    }
    if (it.isBooked() && !it.start().isAfter(clock.instant())) {
      throw new Refusal(SchedulingProblem.APPOINTMENT_BEGUN);
    }
    rows.cancel(it.id(), by, clock.instant());
    if (it.isBooked()) {
      events.publishEvent(new AppointmentCancelled(it.id()));
    }
  }
}
