package org.saltwater.sessions.company;

import java.util.Locale;

/// How things stand for somebody who comes along.
public enum AlongStanding {
  /// They have not said yes themselves.
  ASKED,
  /// Not both of the two have said yes. Which of them has not is not theirs to know.
  NOT_YET,
  /// One of the two would rather not, or not any more.
  DECLINED,
  /// They have said no themselves, or taken a yes back.
  STAYS_AWAY,
  /// Everyone has said yes, and the hour has not begun.
  EARLY,
  /// The two go on in writing or by phone, between themselves.
  BETWEEN_THE_TWO,
  /// The hour runs by video: they may come in.
  OPEN,
  OVER;

  /// Whether the hour may still be theirs, so that it matters when it is.
  public boolean isToCome() {
    return this != DECLINED && this != OVER;
  }

  /// The word for it in codes and bundles.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
