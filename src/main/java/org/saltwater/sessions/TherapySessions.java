package org.saltwater.sessions;

import java.time.Clock;
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
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.TherapistId;
import org.saltwater.kernel.WaysToMeet;
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
  private final SessionRows rows;
  private final ChannelSpans spans;
  private final Arrivals arrivals;
  private final Appointments appointments;
  private final Conversations conversations;
  private final WaysToMeet ways;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TherapySessions(
      SessionRows rows,
      ChannelSpans spans,
      Arrivals arrivals,
      Appointments appointments,
      Conversations conversations,
      WaysToMeet ways,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.spans = spans;
    this.arrivals = arrivals;
    this.appointments = appointments;
    this.conversations = conversations;
    this.ways = ways;
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

  /// The client's hours that took place, in order. Two who are early may have ended theirs before
  /// the time it was to begin.
  public List<TherapySession> listHeld(ClientId client) {
    return listOf(client.person(), Instant.EPOCH, clock.instant().plus(Appointment.EARLY)).stream()
        .filter(it -> it.state() == SessionState.ENDED)
        .toList();
  }

  /// The client is here. Again changes what was said about the place, until they are let in.
  ///
  /// @throws Refusal `not-found`, `not-allowed` to the therapist, `room-closed`; with a field
  // problem
  ///     for a number that the practice's line could not call
  @Transactional
  public TherapySession arrive(AppointmentId id, PersonId client, Arrival arrival) {
    var session = toChange(id, client);
    if (!session.client().person().equals(client)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    requireOpen(session);
    requireDialled(arrival);
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
    var now = clock.instant();
    // What the practice could hold when the hour was booked, it may not be able to hold today.
    var begun = session.by(ways.orText(session.channel())).begun(now);
    spans.start(id, begun.channel(), now);
    return save(begun, Optional.of(therapist), "began");
  }

  /// Goes on in another way, for both: the clock, the conversation and the people stay. Again
  /// changes nothing.
  ///
  /// @throws Refusal `not-found`, `channel-not-held`, `session-moved-on` if the hour does not run
  @Transactional
  public TherapySession move(AppointmentId id, PersonId by, Modality channel) {
    var session = toChange(id, by);
    if (!ways.holds(channel)) {
      throw new Refusal(SessionProblem.CHANNEL_NOT_HELD);
    }
    if (session.state() != SessionState.IN_SESSION) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    if (session.channel() == channel) {
      return session;
    }
    var now = clock.instant();
    spans.stop(id, now);
    note(session, Optional.of(by), "stopped");
    spans.start(id, channel, now);
    events.publishEvent(new RoomCleared(id));
    return save(session.by(channel), Optional.of(by), "started");
  }

  /// How the hour was held, stretch by stretch, in order.
  public List<ChannelSpan> listSpans(TherapySession session) {
    return spans.list(session.id());
  }

  /// The therapist ends the hour, or the client leaves it; again changes nothing.
  ///
  /// @throws Refusal `not-found`, `session-moved-on` if it has not begun
  @Transactional
  public TherapySession end(AppointmentId id, PersonId by) {
    var session = toChange(id, by);
    return session.state() == SessionState.ENDED ? session : end(session, Optional.of(by));
  }

  /// Wakes the devices that have the room open, and notes a step of a call in it. No number stands
  // in
  /// either.
  ///
  /// @param by empty for what the line did by itself
  /// @param step a stable code such as `answered`
  @Transactional
  public void noteCall(AppointmentId id, Optional<PersonId> by, String step) {
    var session = rows.find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    audit.write(
        new AuditEntry(
            by.orElse(null), AuditAction.CHANGED, session.client(), "session.phone-call", step));
    announce(session);
  }

  /// Wakes the devices that have the room open: something around the hour has changed.
  public void announce(TherapySession session) {
    findTalkOf(session).ifPresent(talk -> conversations.announce(talk.id()));
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
    appointments
        .find(id)
        .filter(Appointment::isBooked)
        .ifPresent(booked -> rows.add(booked, channel(booked)));
  }

  /// A telephone line that is down when an hour is noted may be back when it begins.
  private Modality channel(Appointment booked) {
    return ways.isEquippedFor(booked.modality()) ? booked.modality() : Modality.TEXT;
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
        events.publishEvent(new RoomCleared(session.id()));
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
        events.publishEvent(new RoomCleared(session.id()));
      } else if (!now.isBefore(session.overAtTheLatest())) {
        end(session, Optional.empty());
      }
    }
  }

  private TherapySession end(TherapySession session, Optional<PersonId> by) {
    var now = clock.instant();
    var ended = session.ended(now, by);
    spans.stop(session.id(), now);
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

  /// Any hour may go on by phone where there is a line, and a number has to say its country then.
  private void requireDialled(Arrival arrival) {
    if (ways.isEquippedFor(Modality.PHONE) && arrival.dialled().isEmpty()) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem("callBack", "sessions.field.call-back.country")));
    }
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
    if (session.state().isOver()) {
      appointments.end(session.id());
    }
    note(session, by, step);
    findTalkOf(session).ifPresent(talk -> conversations.announce(talk.id()));
    return session;
  }

  private void note(TherapySession session, Optional<PersonId> by, String step) {
    audit.write(
        new AuditEntry(
            by.orElse(null),
            AuditAction.CHANGED,
            session.client(),
            "session." + session.channel().name().toLowerCase(Locale.ROOT),
            step));
  }
}
