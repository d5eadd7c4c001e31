package org.saltwater.sessions.video;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.sockets.Door;
import org.saltwater.sessions.SessionProblem;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.company.Along;
import org.saltwater.sessions.company.Companion;
import org.saltwater.sessions.company.CompanyProblem;
import org.springframework.stereotype.Component;

/// Lets a device of somebody into a room who comes along, `/live/along/{companion}`: once everyone
/// has said yes to them, and while the hour of the two runs by video.
@Component
class AlongDoor extends Door<CallVisit> {
  private final Along along;
  private final TherapySessions sessions;
  private final RateLimits limits;
  private final Clock clock;

  AlongDoor(
      SignIns signIns, Along along, TherapySessions sessions, RateLimits limits, Clock clock) {
    super(signIns, CallVisit.class);
    this.along = along;
    this.sessions = sessions;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  protected Optional<CallVisit> enter(HttpServletRequest request) {
    return along
        .find(request, companion(request.getRequestURI()))
        .map(it -> visit(it, Optional.empty()));
  }

  @Override
  protected CallVisit enter(SignedIn me, UUID signIn, URI address) {
    return along
        .find(me, companion(address.getPath()))
        .map(it -> visit(it, Optional.of(signIn)))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private CallVisit visit(Companion it, Optional<UUID> signIn) {
    limits.spend(RateLimit.CALL_SIGNAL, it.person().toString());
    var session = sessions.find(it.session()).orElseThrow();
    var talk = sessions.talkOf(session);
    if (!it.isAgreed()) {
      throw new Refusal(CompanyProblem.NOT_AGREED);
    }
    if (!session.isOpenAt(clock.instant())) {
      throw new Refusal(SessionProblem.ROOM_CLOSED);
    }
    if (!session.runsBy(Modality.VIDEO)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    return new CallVisit(
        it.person(),
        signIn,
        Optional.of(it.id()),
        session.id(),
        session.channel(),
        talk.id(),
        talk.revision(),
        session.overAtTheLatest());
  }

  private static UUID companion(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }
}
