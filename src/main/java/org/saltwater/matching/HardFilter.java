package org.saltwater.matching;

import java.util.Locale;

/// What decides whether a therapist is shown at all, in the order in which it is checked. Nothing
/// weighs against it. The words a client reads stand in the bundle under
/// `matching.filter.<name>`.
public enum HardFilter {
  /// The law of the place where the client is, not where the therapist sits.
  LICENSED_WHERE_CLIENT_IS,
  /// At least one language in common.
  LANGUAGE,
  /// At least one way to meet in common: video, phone or text.
  MODALITY,
  /// At high risk only therapists whose competence a coordinator has confirmed.
  COMPETENT_FOR_RISK,
  /// What must be, and what must not be. Where a therapist has not told, neither is promised:
  /// unknown meets no "must" and passes no "must not".
  CLIENT_EXCLUSIONS,
  /// Not the therapist the client is leaving.
  NOT_LEFT_OUT,
  /// A place that is free now.
  FREE_CAPACITY,
  /// A time within the next days that could be booked now.
  BOOKABLE_SOON,
  /// One of those times when the client is free.
  HOURS_OVERLAP;

  public String wordsKey() {
    return "matching.filter." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
