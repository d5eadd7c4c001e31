package org.saltwater.sessions.phone;

import java.util.function.Supplier;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.LegEvents;
import org.saltwater.telephony.PhoneLeg;

/// The therapist's own telephone in a call: picked up, it has the client's called.
///
/// @param dial calls the client
record OwnPhone(OnLine call, Supplier<PhoneLeg> dial) implements LegEvents {
  @Override
  public void ringing(PhoneLeg leg) {
    // They hear it themselves.
  }

  @Override
  public void answered(PhoneLeg leg) {
    call.reach(leg, dial);
  }

  @Override
  public void ended(PhoneLeg leg, LegEnd why) {
    call.ownEnded(why);
  }
}
