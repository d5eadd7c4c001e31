package org.saltwater.sessions.phone;

import org.saltwater.kernel.PhoneLine;
import org.saltwater.telephony.LineState;
import org.saltwater.telephony.Telephony;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells booking and matching whether the phone can be offered.
@Component
class LineOfPractice implements PhoneLine {
  private final ObjectProvider<Telephony> telephony;

  LineOfPractice(ObjectProvider<Telephony> telephony) {
    this.telephony = telephony;
  }

  @Override
  public boolean isSetUp() {
    return !(state() instanceof LineState.NotConfigured);
  }

  @Override
  public boolean isReady() {
    return state() instanceof LineState.Ready;
  }

  private LineState state() {
    var line = telephony.getIfAvailable();
    return line == null ? new LineState.NotConfigured() : line.state();
  }
}
