package org.saltwater.telephony;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Redacted;
import org.saltwater.telephony.LineState.Reason;
import org.saltwater.telephony.wire.Order;
import org.saltwater.telephony.wire.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/// The line as the server sees it. Calls themselves are carried by a process of their own: when
/// that dies its calls end, and nothing else does.
final class BridgedLine implements Telephony, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(BridgedLine.class);
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

  private final Map<UUID, BridgedLeg> legs = new ConcurrentHashMap<>();
  private final Phone phone;
  private final Clock clock;
  private final BridgeProcess bridge;
  private volatile LineState state;
  private volatile @Nullable DialIns dialIns;

  private BridgedLine(Phone phone, Clock clock) {
    this.phone = phone;
    this.clock = clock;
    this.state = new LineState.Unreachable(clock.instant(), Reason.BRIDGE_DOWN);
    this.bridge = new BridgeProcess(phone, this::hear, this::lose);
  }

  static BridgedLine open(Phone phone, Clock clock) {
    var line = new BridgedLine(phone, clock);
    line.bridge.start();
    return line;
  }

  @Override
  public LineState state() {
    return state;
  }

  @Override
  public PhoneLeg dial(Redacted<String> e164, LegEvents events) {
    if (!E164.matcher(e164.value()).matches()) {
      throw new IllegalArgumentException("no telephone number");
    }
    var leg = new BridgedLeg(UUID.randomUUID(), LegState.DIALLING, bridge, this::forget);
    leg.hears(events);
    legs.put(leg.id(), leg);
    if (!bridge.tell(new Order.Dial(leg.id(), e164.value()))) {
      leg.end(LegEnd.LINE_LOST);
    }
    return leg;
  }

  @Override
  public void answerWith(DialIns newDialIns) {
    dialIns = newDialIns;
  }

  /// The process, for a test that kills it.
  Optional<ProcessHandle> bridge() {
    return bridge.handle();
  }

  @Override
  public void destroy() {
    bridge.stop();
    lose();
  }

  private void hear(Report report) {
    switch (report) {
      case Report.Alive() -> {}
      case Report.Line(var standing) -> look(standing);
      case Report.Ringing(var leg) -> find(leg).ifPresent(BridgedLeg::ring);
      case Report.Answered(var leg) -> find(leg).ifPresent(BridgedLeg::answer);
      case Report.Ended(var leg, var why) -> find(leg).ifPresent(it -> it.end(LegEnd.valueOf(why)));
      case Report.Joined(var leg, var device, var answer) ->
          find(leg).ifPresent(it -> it.joined(device, answer));
      case Report.NotJoined(var leg, var device) -> find(leg).ifPresent(it -> it.notJoined(device));
      case Report.PinEntered(var leg, var pin) -> {
        // Here and not later: the caller may hang up while we look who waits for them.
        var caller = new BridgedLeg(leg, LegState.ANSWERED, bridge, this::forget);
        legs.put(leg, caller);
        // Whoever is asked may look in the database, and the line is not to wait for it.
        Thread.ofVirtual().name("dial-in").start(() -> admit(caller, new Redacted<>(pin)));
      }
    }
  }

  private void admit(BridgedLeg leg, Redacted<String> pin) {
    var takes = dialIns;
    var events = Optional.<LegEvents>empty();
    var isLookedUp = true;
    try {
      events = takes == null ? events : takes.admit(pin, leg);
    } catch (RuntimeException storeAway) {
      // Whoever calls is not left in silence: they may enter it again, and it was no try.
      log.warn("a PIN could not be looked up: {}", storeAway.getClass().getSimpleName());
      isLookedUp = false;
    }
    if (events.isEmpty()) {
      legs.remove(leg.id(), leg);
    }
    events.ifPresent(leg::hears);
    if (!bridge.tell(new Order.Admit(leg.id(), events.isPresent(), isLookedUp))) {
      leg.end(LegEnd.LINE_LOST);
    }
    events.ifPresent(_ -> leg.sayAnswered());
  }

  private void look(Report.Standing standing) {
    var before = state;
    state =
        switch (standing) {
          case READY -> new LineState.Ready(phone.number());
          case NO_ANSWER -> unreachable(before, Reason.NO_ANSWER);
          case NOT_REGISTERED -> unreachable(before, Reason.NOT_REGISTERED);
          case SIGN_IN_REFUSED -> unreachable(before, Reason.SIGN_IN_REFUSED);
        };
  }

  /// The bridge has died, and its calls with it.
  private void lose() {
    state = unreachable(state, Reason.BRIDGE_DOWN);
    List.copyOf(legs.values()).forEach(leg -> leg.end(LegEnd.LINE_LOST));
  }

  private LineState unreachable(LineState before, Reason reason) {
    Instant since = before instanceof LineState.Unreachable(var then, _) ? then : clock.instant();
    return new LineState.Unreachable(since, reason);
  }

  private Optional<BridgedLeg> find(UUID leg) {
    return Optional.ofNullable(legs.get(leg));
  }

  private void forget(BridgedLeg leg) {
    legs.remove(leg.id(), leg);
  }
}
