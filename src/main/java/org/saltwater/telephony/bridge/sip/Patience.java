package org.saltwater.telephony.bridge.sip;

import java.time.Duration;

/// How long the bridge waits.
///
/// @param rings until a telephone that nobody picks up is given up
/// @param isSilent until a telephone of which nothing is heard is taken for gone
/// @param confirms until a call that we gave up is forgotten though the trunk never confirmed it:
///     64 times T1 (RFC 3261 §9.1)
/// @param lingers until a call that is over is forgotten, since the trunk's last word to it may
///     still be on its way
/// @param registersAgain until the trunk is asked again that did not let us register; after each
///     failure twice as long, up to [#LONGEST_PAUSE]
public record Patience(
    Duration rings,
    Duration isSilent,
    Duration confirms,
    Duration lingers,
    Duration registersAgain) {
  /// Nobody can call in meanwhile, so it is shorter than the half hour of RFC 5626 §4.5.
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Duration.ofSeconds(32),
        Duration.ofSeconds(15),
        Duration.ofSeconds(5));
  }
}
