package org.saltwater.sessions.phone;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.PhoneNumbers;
import org.saltwater.sessions.Rooms;
import org.saltwater.sessions.SessionEnded;
import org.saltwater.sessions.SessionProblem;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.LegEvents;
import org.saltwater.telephony.LineState;
import org.saltwater.telephony.PhoneLeg;
import org.saltwater.telephony.Telephony;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Calls with the client's telephone in an hour by phone. Neither of the two learns the other's
/// number: the practice's line calls both ways.
@Service
public class PhoneCalls {
  private static final Logger log = LoggerFactory.getLogger(PhoneCalls.class);
  private static final String PRACTICE = "practice";

  private final Telephony telephony;
  private final TherapySessions sessions;
  private final Rooms rooms;
  private final CallSteps steps;
  private final Pins pins;
  private final RateLimits limits;
  private final Clock clock;

  PhoneCalls(
      Telephony telephony,
      TherapySessions sessions,
      Rooms rooms,
      CallSteps steps,
      Pins pins,
      RateLimits limits,
      Clock clock) {
    this.telephony = telephony;
    this.sessions = sessions;
    this.rooms = rooms;
    this.steps = steps;
    this.pins = pins;
    this.limits = limits;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void takeCalls() {
    telephony.answerWith(this::admit);
  }

  /// Calls the client on the number they confirmed when they came; while a call is on, changes
  /// nothing.
  ///
  /// @throws Refusal `not-found`, `not-allowed` to the client, `session-moved-on` if the hour
  ///     does not run by phone, and those of [PhoneProblem]
  public PhoneCall call(SignedIn me, AppointmentId id) {
    var session = toCall(me, id);
    var number = numberOf(me, session);
    steps
        .begin(id, session.client().person(), me.id(), CallState.CALLING)
        .ifPresent(call -> guarded(call, () -> call.sit(telephony.dial(number, call))));
    return find(id).orElseThrow();
  }

  /// Calls the therapist on a telephone of their own, and then the client, and lets the two hear
  /// each other. The number is kept nowhere. While a call is on, changes nothing.
  ///
  /// @param typed as a person writes a number
  /// @throws Refusal as [#call] does; `invalid` for a number that could not be called
  public PhoneCall callOwn(SignedIn me, AppointmentId id, Redacted<String> typed) {
    var own =
        PhoneNumbers.dialled(typed.value())
            .orElseThrow(
                () ->
                    new Refusal(
                        GeneralProblem.INVALID,
                        List.of(new FieldProblem("number", "sessions.field.call-back.country"))));
    var session = toCall(me, id);
    var number = numberOf(me, session);
    steps
        .begin(id, session.client().person(), me.id(), CallState.CALLING_THERAPIST)
        .ifPresent(
            call -> {
              var therapists = new OwnPhone(call, () -> telephony.dial(number, call));
              guarded(call, () -> call.keep(telephony.dial(own, therapists)));
            });
    return find(id).orElseThrow();
  }

  private TherapySession toCall(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    if (!session.therapist().person().equals(me.id())) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (!session.runsBy(Modality.PHONE)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    limits.spend(RateLimit.PHONE_CALL, me.id().toString());
    line();
    return session;
  }

  private Redacted<String> numberOf(SignedIn me, TherapySession session) {
    return rooms.findNumber(me, session).orElseThrow(() -> new Refusal(PhoneProblem.NO_NUMBER));
  }

  private void guarded(OnLine call, Runnable dial) {
    try {
      dial.run();
    } catch (IllegalStateException away) {
      steps.take(call, CallState.ENDED, Optional.of(CallEnd.of(LegEnd.LINE_LOST)));
    }
  }

  /// Ends the call, and not the hour; where none is on, changes nothing.
  ///
  /// @throws Refusal `not-found`
  public void hangUp(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    find(id)
        .filter(PhoneCall::isOn)
        .ifPresent(call -> steps.hangUp(call, session.client().person(), me.id()));
  }

  /// The latest call of the hour.
  public Optional<PhoneCall> find(AppointmentId session) {
    return steps.find(session);
  }

  /// A number and a PIN to call in with, for the client alone. The PIN is new each time, and the
  /// one before is out of use.
  ///
  /// @throws Refusal `not-found`, `not-allowed` to the therapist, `room-closed`, `session-moved-on`
  ///     before the client has said where they are, `phone-line-away`
  public DialIn callIn(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    if (!session.client().person().equals(me.id())) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (!session.isOpenAt(clock.instant())) {
      throw new Refusal(SessionProblem.ROOM_CLOSED);
    }
    if (!mayBeOnTheLine(session)) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    limits.spend(RateLimit.PHONE_CALL, me.id().toString());
    return new DialIn(line().ownNumber(), pins.make(id));
  }

  /// A PIN is good while its hour is open and the two are in care together. Whoever calls in goes
  /// on by phone, also in the middle of an hour by video or text.
  Optional<LegEvents> admit(Redacted<String> pin, PhoneLeg leg) {
    return findUnlessGuessed(pin)
        .flatMap(sessions::find)
        .filter(session -> session.isOpenAt(clock.instant()) && mayBeOnTheLine(session))
        .filter(session -> sessions.findTalkOf(session).isPresent())
        .flatMap(this::byPhone)
        .map(
            session -> {
              var call = steps.dialledIn(session.id(), session.client().person());
              call.sit(leg);
              return call;
            });
  }

  /// After too many wrong PINs none is looked up for a while, so that many short calls guess no
  /// better than one.
  private Optional<AppointmentId> findUnlessGuessed(Redacted<String> pin) {
    try {
      limits.spend(RateLimit.WRONG_PIN, PRACTICE);
    } catch (Refusal guessed) {
      log.warn("too many wrong PINs were entered on the telephone; none is looked up for a while");
      return Optional.empty();
    }
    var session = pins.find(pin.value());
    session.ifPresent(_ -> limits.giveBack(RateLimit.WRONG_PIN, PRACTICE));
    return session;
  }

  @EventListener
  void on(SessionEnded ended) {
    pins.forget(ended.session());
  }

  private Optional<TherapySession> byPhone(TherapySession session) {
    try {
      return Optional.of(
          session.channel() == Modality.PHONE
              ? session
              : sessions.move(session.id(), session.client().person(), Modality.PHONE));
    } catch (Refusal movedOn) {
      return Optional.empty();
    }
  }

  /// Before the hour begins only if it was booked so: what the therapist expects is not changed
  /// behind their back.
  private static boolean mayBeOnTheLine(TherapySession session) {
    return session.state() == SessionState.IN_SESSION
        || session.state() == SessionState.WAITING && session.channel() == Modality.PHONE;
  }

  private LineState.Ready line() {
    if (telephony.state() instanceof LineState.Ready ready) {
      return ready;
    }
    throw new Refusal(PhoneProblem.LINE_AWAY);
  }
}
