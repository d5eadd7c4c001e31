package org.saltwater.sessions.video;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.care.Access;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.sockets.Door;
import org.saltwater.sessions.SessionProblem;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// Lets a device into a room, `/live/rooms/{appointment}`: of one of the two who meet, while the
/// consent edge between them is open, and the hour runs by video; in an hour by phone, the
// therapist's alone.
@Component
class CallDoor extends Door<CallVisit> {
  private final TherapySessions sessions;
  private final Access access;
  private final RateLimits limits;
  private final Clock clock;

  CallDoor(
      SignIns signIns, TherapySessions sessions, Access access, RateLimits limits, Clock clock) {
    super(signIns, CallVisit.class);
    this.sessions = sessions;
    this.access = access;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  protected CallVisit enter(SignedIn me, UUID signIn, URI address) {
    limits.spend(RateLimit.CALL_SIGNAL, me.id().toString());
    var path = address.getPath();
    var id = AppointmentId.of(path.substring(path.lastIndexOf('/') + 1));
    var session = sessions.get(id, me.id());
    if (!access.mayRead(me, session.client(), Scope.APPOINTMENTS)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var talk = sessions.talkOf(session);
    if (!session.isOpenAt(clock.instant())) {
      throw new Refusal(SessionProblem.ROOM_CLOSED);
    }
    if (!runsFor(me, session)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    return new CallVisit(
        me.id(),
        Optional.of(signIn),
        Optional.empty(),
        id,
        session.channel(),
        talk.id(),
        talk.revision(),
        session.overAtTheLatest());
  }

  /// In an hour by phone, the client's place is their telephone's.
  private static boolean runsFor(SignedIn me, TherapySession session) {
    return session.runsBy(Modality.VIDEO)
        || session.runsBy(Modality.PHONE) && session.therapist().person().equals(me.id());
  }
}
