package org.saltwater.home;

import java.time.LocalTime;
import java.util.Locale;

/// The hour of the day, as it is greeted on the person's own clock.
public enum Greeting {
  MORNING,
  AFTERNOON,
  EVENING;

  private static final LocalTime NOON = LocalTime.NOON;
  private static final LocalTime DAWN = LocalTime.of(5, 0);
  private static final LocalTime DUSK = LocalTime.of(18, 0);

  public String wordsKey() {
    return "home.greeting." + name().toLowerCase(Locale.ROOT);
  }

  static Greeting at(LocalTime time) {
    if (time.isBefore(DAWN) || !time.isBefore(DUSK)) {
      return EVENING;
    }
    return time.isBefore(NOON) ? MORNING : AFTERNOON;
  }
}
