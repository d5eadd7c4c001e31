package org.saltwater.telephony.bridge.sip;

import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.bridge.rtp.PhoneSound.Target;

/// What becomes of one call, told by the bridge's one thread.
public interface SipEvents {
  void ringing();

  /// Also of a call that goes on elsewhere, or is put on hold.
  void answered(Target target);

  void ended(LegEnd why);
}
