package org.saltwater.telephony;

import java.util.Optional;
import org.saltwater.kernel.Redacted;

/// Who takes calls that come in.
public interface DialIns {
  /// Asked when a caller has entered a PIN. Three that nobody waits for, and the call is ended. Of
  /// a call that is taken, the events hear `answered` next.
  ///
  /// @param pin 1 to 12 digits
  /// @return empty if nobody waits for a call with this PIN
  Optional<LegEvents> admit(Redacted<String> pin, PhoneLeg leg);
}
