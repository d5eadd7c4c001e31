package org.saltwater.care;

import java.util.Locale;

/// Why two people no longer work together.
public enum EndReason {
  /// The therapy came to its end.
  ENDED,
  THERAPIST_CHANGED,
  THERAPIST_LEFT;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
