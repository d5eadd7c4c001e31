package org.saltwater.telephony;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Writes down what becomes of a call, and when it was told.
final class Heard implements LegEvents {
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void ringing(PhoneLeg leg) {
    told.add("ringing");
  }

  @Override
  public void answered(PhoneLeg leg) {
    told.add("answered");
  }

  @Override
  public void ended(PhoneLeg leg, LegEnd why) {
    told.add("ended " + why);
  }

  List<String> told() {
    return told;
  }

  String last() {
    return told.isEmpty() ? "" : told.getLast();
  }
}
