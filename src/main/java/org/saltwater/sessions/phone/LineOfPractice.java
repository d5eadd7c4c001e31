package org.saltwater.sessions.phone;

import org.saltwater.kernel.PhoneLine;
import org.saltwater.telephony.LineState;
import org.saltwater.telephony.Telephony;
import org.springframework.stereotype.Component;

/// Tells booking and matching whether the phone can be offered.
@Component
class LineOfPractice implements PhoneLine {
  private final Telephony telephony;

  LineOfPractice(Telephony telephony) {
    this.telephony = telephony;
  }

  @Override
  public boolean isSetUp() {
    return !(telephony.state() instanceof LineState.NotConfigured);
  }

  @Override
  public boolean isReady() {
    return telephony.state() instanceof LineState.Ready;
  }
}
