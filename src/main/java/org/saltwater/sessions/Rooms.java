package org.saltwater.sessions;

import java.time.Clock;
import java.util.Optional;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.identity.People;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.messaging.ConversationLog;
import org.saltwater.messaging.ConversationLogs;
import org.saltwater.messaging.Conversations;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room of an hour, as each of the two sees it.
@Service
public class Rooms {
  private final TherapySessions sessions;
  private final Arrivals arrivals;
  private final Conversations conversations;
  private final ConversationLogs logs;
  private final Access access;
  private final People people;
  private final WaysToMeet ways;
  private final AuditLog audit;
  private final Clock clock;

  Rooms(
      TherapySessions sessions,
      Arrivals arrivals,
      Conversations conversations,
      ConversationLogs logs,
      Access access,
      People people,
      WaysToMeet ways,
      AuditLog audit,
      Clock clock) {
    this.sessions = sessions;
    this.arrivals = arrivals;
    this.conversations = conversations;
    this.logs = logs;
    this.access = access;
    this.people = people;
    this.ways = ways;
    this.audit = audit;
    this.clock = clock;
  }

  /// Opens the door. A therapist who does is noted as being there.
  ///
  /// @throws Refusal `not-found` to anyone but the two who meet
  public Room enter(SignedIn me, AppointmentId id) {
    var isTherapist = sessions.get(id, me.id()).therapist().person().equals(me.id());
    var session = isTherapist ? sessions.lookIn(id, me.id()) : sessions.get(id, me.id());
    var isApart = isTherapist && isApart(me, session);
    return new Room(
        session,
        isTherapist,
        session.isOpenAt(clock.instant()),
        isApart,
        isApart ? "" : people.find(session.other(me.id())).map(person -> person.name()).orElse(""),
        whereabouts(me, session, isTherapist),
        log(me, session));
  }

  /// The hour was cut short by a change of therapist, or lies before one: the therapist is told so,
  /// and nothing of the client.
  private boolean isApart(SignedIn therapist, TherapySession session) {
    return !access.mayRead(therapist, session.client(), Scope.APPOINTMENTS);
  }

  private Optional<Whereabouts> whereabouts(
      SignedIn me, TherapySession session, boolean isTherapist) {
    if (isTherapist) {
      return switch (session.state()) {
        case WAITING, IN_SESSION ->
            arrivals
                .find(access.toRead(me, session.client(), Scope.APPOINTMENTS), session.id())
                .map(this::forTherapist);
        default -> Optional.empty();
      };
    }
    return session.state() == SessionState.SCHEDULED
        ? arrivals.findLast(session.client()).map(Whereabouts::of)
        : Optional.empty();
  }

  /// Where the practice's line calls the client, nobody needs to know their number.
  private Whereabouts forTherapist(Arrival arrival) {
    return ways.isEquippedFor(Modality.PHONE)
        ? new Whereabouts(arrival.location(), "")
        : Whereabouts.of(arrival);
  }

  private Optional<ConversationLog> log(SignedIn me, TherapySession session) {
    return session.state() == SessionState.IN_SESSION
        ? Optional.of(logs.readNewest(conversations.enter(me, sessions.talkOf(session).id())))
        : Optional.empty();
  }

  /// The number to call the client back on by hand: each hour has one, also while the practice's
  /// line, which would keep it to itself, is away (docs: clinical facts, crisis). Each look stands
  // in
  /// the audit log.
  ///
  /// @throws Refusal `not-found`, `not-allowed` to the client and once the two are not in care
  ///     together any more, `room-closed`, `session-moved-on` if nobody waits or while the line is
  ///     there
  @Transactional
  public Redacted<String> showNumber(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    if (!session.therapist().person().equals(me.id())) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (session.state() != SessionState.WAITING && session.state() != SessionState.IN_SESSION
        || ways.holds(Modality.PHONE)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    if (!session.isOpenAt(clock.instant())) {
      throw new Refusal(SessionProblem.ROOM_CLOSED);
    }
    var number =
        arrivals
            .find(access.toRead(me, session.client(), Scope.APPOINTMENTS), id)
            .map(Arrival::callBack)
            .orElseThrow(() -> new Refusal(SessionProblem.SESSION_MOVED_ON));
    audit.write(
        new AuditEntry(
            me.id(), AuditAction.READ, session.client(), "session.call-back", "line-away"));
    return new Redacted<>(number);
  }

  /// The number that the client confirmed for this hour, for the practice's line alone.
  ///
  /// @throws Refusal `not-allowed` once the two are not in care together any more
  public Optional<Redacted<String>> findNumber(SignedIn therapist, TherapySession session) {
    return arrivals
        .find(access.toRead(therapist, session.client(), Scope.APPOINTMENTS), session.id())
        .flatMap(Arrival::dialled);
  }
}
