package org.saltwater.telephony.bridge;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.bridge.browser.Browser;
import org.saltwater.telephony.bridge.rtp.PhoneSound;
import org.saltwater.telephony.bridge.rtp.Ports;
import org.saltwater.telephony.bridge.rtp.Prompt;
import org.saltwater.telephony.bridge.rtp.RtpPacket;
import org.saltwater.telephony.bridge.sip.Patience;
import org.saltwater.telephony.bridge.sip.SipCall;
import org.saltwater.telephony.bridge.sip.SipEvents;
import org.saltwater.telephony.wire.Report;

/// One telephone and the browsers that talk with it. All of them hear the telephone; the telephone
/// hears the browser that came last, since nothing is mixed. Or one telephone and another: then
/// browsers are not heard.
final class Call implements SipEvents {
  private static final Prompt RINGING = Prompt.ringing();

  private final UUID id;
  private final Patience patience;
  private final Consumer<Report> reports;
  private final Consumer<Call> onEnd;
  private final PhoneSound sound;
  private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
  private final long began = System.nanoTime();
  private volatile @Nullable PinPad pinPad;
  private volatile @Nullable String speaker;
  private volatile @Nullable Call other;
  private @Nullable SipCall sip;
  private volatile boolean isAnswered;
  private int rung;
  private boolean hasEnded;

  Call(UUID id, Patience patience, Ports ports, Consumer<Report> reports, Consumer<Call> onEnd)
      throws IOException {
    this.id = id;
    this.patience = patience;
    this.reports = reports;
    this.onEnd = onEnd;
    this.sound = new PhoneSound(ports.open(), this::fromTelephone, this::pressed);
  }

  UUID id() {
    return id;
  }

  int port() {
    return sound.port();
  }

  void goesBy(SipCall newSip) {
    sip = newSip;
  }

  void asksForPin(Prompt prompt) {
    pinPad = new PinPad(prompt);
  }

  void join(String device, Browser browser) {
    if (hasEnded) {
      browser.close();
      return;
    }
    var before = browsers.put(device, browser);
    if (before != null) {
      before.close();
    }
    speaker = device;
  }

  void connect(Call newOther) {
    other = newOther;
    newOther.other = this;
  }

  void leave(String device) {
    var gone = browsers.remove(device);
    if (gone != null) {
      gone.close();
    }
    if (device.equals(speaker)) {
      speaker = browsers.keySet().stream().findFirst().orElse(null);
    }
  }

  void admit(boolean isAdmitted, boolean isLookedUp) {
    var asks = pinPad;
    if (isAdmitted) {
      pinPad = null;
    } else if (asks != null && !isLookedUp) {
      asks.askAgain();
    } else if (asks != null && !asks.wasWrong()) {
      end(LegEnd.REFUSED);
    }
  }

  void fromBrowser(String device, RtpPacket packet) {
    if (device.equals(speaker) && pinPad == null && other == null) {
      sound.carry(packet);
    }
  }

  /// Every 20 ms, on the thread that keeps time.
  void beat() {
    var asks = pinPad;
    var partner = other;
    if (asks != null) {
      sound.say(asks.sound());
    } else if (isAnswered && partner != null && !partner.isAnswered) {
      sound.say(RINGING.packet(rung++));
    } else {
      sound.sayNothing();
    }
  }

  /// A few times a second, on the bridge's thread.
  void look() {
    var asks = pinPad;
    if (sound.silentMs() > patience.isSilent().toMillis()) {
      end(LegEnd.SILENT);
    } else if (!isAnswered && System.nanoTime() - began > patience.rings().toNanos()) {
      end(LegEnd.NO_ANSWER);
    } else if (asks != null && asks.isOutOfTime()) {
      end(LegEnd.REFUSED);
    } else if (asks != null) {
      asks.look().ifPresent(pin -> reports.accept(new Report.PinEntered(id, pin)));
    }
  }

  /// Ends it from our side.
  void end(LegEnd why) {
    ended(why);
    var going = sip;
    if (going != null) {
      going.hangUp();
    }
  }

  @Override
  public void ringing() {
    reports.accept(new Report.Ringing(id));
  }

  @Override
  public void answered(PhoneSound.Target target) {
    sound.turnTo(target);
    if (!isAnswered) {
      isAnswered = true;
      if (pinPad == null) {
        reports.accept(new Report.Answered(id));
      }
    }
  }

  @Override
  public void ended(LegEnd why) {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    var partner = other;
    if (partner != null) {
      partner.other = null;
    }
    sound.close();
    browsers.values().forEach(Browser::close);
    browsers.clear();
    reports.accept(new Report.Ended(id, why.name()));
    onEnd.accept(this);
  }

  private void fromTelephone(RtpPacket packet) {
    var partner = other;
    if (pinPad == null && partner != null) {
      partner.sound.carry(packet);
    }
    if (pinPad == null) {
      browsers.values().forEach(browser -> browser.carry(packet));
    }
  }

  private void pressed(char key) {
    var asks = pinPad;
    if (asks != null) {
      asks.press(key).ifPresent(pin -> reports.accept(new Report.PinEntered(id, pin)));
    }
  }
}
