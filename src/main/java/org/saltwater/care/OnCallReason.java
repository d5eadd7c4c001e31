package org.saltwater.care;

import java.util.Locale;

/// Why someone on call opens a record that is not theirs.
public enum OnCallReason {
  RISK_FLAG,
  THERAPIST_CANNOT_BE_REACHED,
  ASKED_BY_EMERGENCY_SERVICE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String wordsKey() {
    return "care.on-call." + code();
  }
}
