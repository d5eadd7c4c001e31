package org.saltwater.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversation;
import org.saltwater.messaging.Conversations;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Therapy hours: who waits, who was let in, how it ended. Each step is one transaction with its
/// line in the audit log, so a restart in the middle of an hour loses nothing.
@Service
public class TherapySessions {
  /// An hour may run over; one that nobody ended is over after this.
  static final Duration LONGEST_OVERRUN = Duration.ofMinutes(60);

  private final SessionRows rows;
  private final Arrivals arrivals;
  private final Appointments appointments;
  private final Conversations conversations;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TherapySessions(
      SessionRows rows,
      Arrivals arrivals,
      Appointments appointments,
      Conversations conversations,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.arrivals = arrivals;
    this.appointments = appointments;
    this.conversations = conversations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// The hour of a booked appointment.
  public Optional<TherapySession> find(AppointmentId id) {
    return rows.find(id)
        .or(
            () -> {
              prepare(id);
              return rows.find(id);
            });
  }

  /// @throws Refusal `not-found`, also to anyone but the two who meet
  public TherapySession get(AppointmentId id, PersonId who) {
    return find(id)
        .filter(session -> session.isWith(who))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// The person's hours that start in a stretch of time, in order, whatever became of them.
  public List<TherapySession> listOf(PersonId person, Instant from, Instant to) {
    return rows.listOf(person, from, to);
  }

  /// The client is here. Again changes what was said about the place, until they are let in.
  ///
  /// @throws Refusal `not-found`, `not-allowed` to the therapist, `room-closed`
  @Transactional
  public TherapySession arrive(AppointmentId id, PersonId client, Arrival arrival) {
    var session = toChange(id, client);
    if (!session.client().person().equals(client)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    requireOpen(session);
    talkOf(session);
    if (session.state() == SessionState.IN_SESSION) {
      return session;
    }
    arrivals.save(session.client(), id, arrival);
    return session.state() == SessionState.WAITING
        ? session
        : save(session.waiting(clock.instant()), Optional.of(client), "arrived");
  }

  /// The therapist looks into the room: the client is told that they are there.
  ///
  /// @throws Refusal `not-found`
  @Transactional
  public TherapySession lookIn(AppointmentId id, PersonId therapist) {
    var session = toChange(id, therapist);
    if (session.therapistCameAt().isPresent()
        || !session.therapist().person().equals(therapist)
        || !session.isOpenAt(clock.instant())) {
      return session;
    }
    return save(session.withTherapist(clock.instant()), Optional.of(therapist), "therapist-came");
  }

  /// The therapist lets the client in; again changes nothing.
  ///
  /// @throws Refusal `not-found`, `not-allowed`, `room-closed`, `session-moved-on` if nobody waits
  @Transactional
  public TherapySession admit(AppointmentId id, PersonId therapist) {
    var session = toChange(id, therapist);
    if (!session.therapist().person().equals(therapist)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (session.state() == SessionState.IN_SESSION) {
      return session;
    }
    requireOpen(session);
    conversations.beginSession(talkOf(session).id(), id);
    return save(session.begun(clock.instant()), Optional.of(therapist), "began");
  }

  /// The therapist ends the hour, or the client leaves it; again changes nothing.
  ///
  /// @throws Refusal `not-found`, `session-moved-on` if it has not begun
  @Transactional
  public TherapySession end(AppointmentId id, PersonId by) {
    var session = toChange(id, by);
    return session.state() == SessionState.ENDED ? session : end(session, Optional.of(by));
  }

  /// The conversation that the hour is held in.
  ///
  /// @throws Refusal `not-found` if the two are not in care together any more
  public Conversation talkOf(TherapySession session) {
    return findTalkOf(session).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  public Optional<Conversation> findTalkOf(TherapySession session) {
    return conversations.findOpen(session.client(), session.therapist());
  }

  /// Notes the hour of an appointment that was just booked.
  void prepare(AppointmentId id) {
    appointments.find(id).filter(Appointment::isBooked).ifPresent(rows::add);
  }

  void cancel(AppointmentId id) {
    rows.findToChange(id)
        .filter(session -> session.state().canBecome(SessionState.CANCELLED))
        .ifPresent(session -> save(session.cancelled(), Optional.empty(), "cancelled"));
  }

  /// The two no longer work together: an hour that runs ends here, and one for which somebody waits
  /// does not take place.
  void stop(ClientId client, TherapistId therapist) {
    for (var session : rows.listBegunToChange(client, therapist, clock.instant())) {
      if (session.state() == SessionState.IN_SESSION) {
        end(session, Optional.empty());
      } else {
        save(session.cancelled(), Optional.empty(), "cancelled");
      }
    }
  }

  /// Says what became of hours that nobody ended: missed, and by whom, at their end; over, for one
  /// that still runs long after it.
  @Transactional
  void finish() {
    var now = clock.instant();
    for (var session : rows.listUnfinished(now)) {
      if (session.state() != SessionState.IN_SESSION) {
        save(session.missed(), Optional.empty(), "missed");
        events.publishEvent(new SessionMissed(session.id()));
      } else if (!now.isBefore(session.end().plus(LONGEST_OVERRUN))) {
        end(session, Optional.empty());
      }
    }
  }

  private TherapySession end(TherapySession session, Optional<PersonId> by) {
    var ended = session.ended(clock.instant(), by);
    findTalkOf(session).ifPresent(talk -> conversations.endSession(talk.id()));
    events.publishEvent(new SessionEnded(session.id()));
    return save(ended, by, "ended");
  }

  private TherapySession toChange(AppointmentId id, PersonId who) {
    if (rows.find(id).isEmpty()) {
      prepare(id);
    }
    return rows.findToChange(id)
        .filter(session -> session.isWith(who))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private void requireOpen(TherapySession session) {
    if (!session.isOpenAt(clock.instant())) {
      throw new Refusal(SessionProblem.ROOM_CLOSED);
    }
  }

  /// Stores a step, notes it with its time and channel, and wakes the devices that have the room
  /// open.
  private TherapySession save(TherapySession session, Optional<PersonId> by, String step) {
    rows.save(session);
    audit.write(
        new AuditEntry(
            by.orElse(null),
            AuditAction.CHANGED,
            session.client(),
            "session." + session.modality().name().toLowerCase(Locale.ROOT),
            step));
    findTalkOf(session).ifPresent(talk -> conversations.announce(talk.id()));
    return session;
  }
}
