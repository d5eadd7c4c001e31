package org.saltwater.telephony;

/// What becomes of a call, in this order.
public interface LegEvents {
  void ringing(PhoneLeg leg);

  void answered(PhoneLeg leg);

  void ended(PhoneLeg leg, LegEnd why);
}
