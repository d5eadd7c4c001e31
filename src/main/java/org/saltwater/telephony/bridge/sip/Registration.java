package org.saltwater.telephony.bridge.sip;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.MinExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.wire.Report.Standing;

/// Tells the trunk where calls to our number go (RFC 3261 §10.2): again before it forgets, again
/// after a failure, and when we end that nobody is here. Everything happens on the bridge's one
/// thread.
final class Registration {
  private static final int ASKED_SECONDS = 600;
  private static final int MOST_SECONDS = 86_400;

  /// So long before it forgets it is asked again, or after half of a shorter time.
  private static final int AHEAD_SECONDS = 30;

  private static final long ANSWERS_WITHIN_SECONDS = 8;

  private final Trunk trunk;
  private final ScheduledExecutorService thread;
  private final Duration firstPause;
  private final Consumer<Standing> onStanding;
  private final CallIdHeader id;
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();
  private Duration pause;
  private long number;
  private int seconds = ASKED_SECONDS;
  private boolean isSigned;
  private boolean isAwaited;
  private boolean isEnding;

  Registration(
      Trunk trunk,
      CallIdHeader id,
      ScheduledExecutorService thread,
      Duration firstPause,
      Consumer<Standing> onStanding) {
    this.trunk = trunk;
    this.id = id;
    this.thread = thread;
    this.firstPause = firstPause;
    this.pause = firstPause;
    this.onStanding = onStanding;
  }

  void register() {
    if (isEnding) {
      return;
    }
    isSigned = false;
    ask();
  }

  /// Takes our address back.
  ///
  /// @return done when the trunk has answered, whatever it said
  CompletableFuture<Boolean> end() {
    isEnding = true;
    seconds = 0;
    isSigned = false;
    ask();
    return over;
  }

  boolean isMine(Response response) {
    return ((CallIdHeader) response.getHeader(CallIdHeader.NAME))
        .getCallId()
        .equals(id.getCallId());
  }

  void hear(Response response, @Nullable Request asked) {
    var status = response.getStatusCode();
    var answered = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    if (status < 200 || answered != number || !isAwaited) {
      return;
    }
    isAwaited = false;
    if (status < 300) {
      succeed(trunk.requests().granted(response, seconds));
    } else if (isAsked(status) && !isSigned && asked != null) {
      sign(asked, response);
    } else if (status == Response.INTERVAL_TOO_BRIEF && grows(response)) {
      register();
    } else {
      fail(
          isAsked(status) || status == Response.FORBIDDEN
              ? Standing.SIGN_IN_REFUSED
              : Standing.NOT_REGISTERED);
    }
  }

  private void ask() {
    try {
      number++;
      send(trunk.requests().register(id, number, seconds));
    } catch (SipException e) {
      fail(Standing.NO_ANSWER);
    }
  }

  private void sign(Request asked, Response challenge) {
    try {
      var signed = trunk.requests().signed(asked, challenge);
      if (signed.isEmpty()) {
        fail(Standing.SIGN_IN_REFUSED);
        return;
      }
      isSigned = true;
      number = ((CSeqHeader) signed.get().getHeader(CSeqHeader.NAME)).getSeqNumber();
      send(signed.get());
    } catch (SipException e) {
      fail(Standing.NO_ANSWER);
    }
  }

  private void send(Request request) throws SipException {
    isAwaited = true;
    trunk.send(request, null);
    var mine = number;
    later(
        () -> {
          if (isAwaited && mine == number) {
            isAwaited = false;
            fail(Standing.NO_ANSWER);
          }
        },
        Duration.ofSeconds(ANSWERS_WITHIN_SECONDS));
  }

  /// The trunk wants to be asked less often (RFC 3261 §10.3).
  private boolean grows(Response response) {
    if (isEnding
        || !(response.getHeader(MinExpiresHeader.NAME) instanceof MinExpiresHeader least)) {
      return false;
    }
    var grown = least.getExpires() > seconds && least.getExpires() <= MOST_SECONDS;
    seconds = grown ? least.getExpires() : seconds;
    return grown;
  }

  private void succeed(int granted) {
    if (isEnding) {
      over.complete(true);
      return;
    }
    pause = firstPause;
    onStanding.accept(Standing.READY);
    later(
        this::register,
        Duration.ofMillis(Math.max(1_000L * (granted - AHEAD_SECONDS), 500L * granted)));
  }

  private void fail(Standing standing) {
    if (isEnding) {
      over.complete(false);
      return;
    }
    onStanding.accept(standing);
    later(this::register, pause);
    var longer = pause.multipliedBy(2);
    pause = longer.compareTo(Patience.LONGEST_PAUSE) > 0 ? Patience.LONGEST_PAUSE : longer;
  }

  private void later(Runnable step, Duration after) {
    var _ = thread.schedule(step, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean isAsked(int status) {
    return status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
  }
}
