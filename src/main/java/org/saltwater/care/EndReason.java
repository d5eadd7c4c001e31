package org.saltwater.care;

import java.util.Locale;

/// Why someone may read a client's record no longer.
enum EndReason {
  /// The client ended it, or took back their yes.
  ENDED,
  THERAPIST_CHANGED,
  THERAPIST_LEFT,
  /// Its time was over.
  OVER;

  /// The reason that the audit log states.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
