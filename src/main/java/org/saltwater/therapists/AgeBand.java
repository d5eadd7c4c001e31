package org.saltwater.therapists;

import java.util.Locale;

/// Roughly how old a therapist is, if they chose to tell: enough for a wish, too coarse for more.
public enum AgeBand {
  UNDER_35,
  FROM_35_TO_50,
  OVER_50;

  public String wordsKey() {
    return "therapists.age." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
