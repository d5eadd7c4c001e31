package org.saltwater.home;

import java.time.LocalTime;
import java.util.Locale;

/// The hour of the day, as it is greeted on the person's own clock.
public enum Greeting {
  MORNING,
  AFTERNOON,
  EVENING,
  /// Whoever is awake now is not wished a good one.
  NIGHT;

  private static final LocalTime NOON = LocalTime.NOON;
  private static final LocalTime DAWN = LocalTime.of(5, 0);
  private static final LocalTime DUSK = LocalTime.of(18, 0);
  private static final LocalTime LATE = LocalTime.of(23, 0);

  public String wordsKey() {
    return "home.greeting." + name().toLowerCase(Locale.ROOT);
  }

  static Greeting at(LocalTime time) {
    if (time.isBefore(DAWN) || !time.isBefore(LATE)) {
      return NIGHT;
    }
    if (time.isBefore(NOON)) {
      return MORNING;
    }
    return time.isBefore(DUSK) ? AFTERNOON : EVENING;
  }
}
