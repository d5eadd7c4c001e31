package org.saltwater.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The clock of a demo. It shows the real time, or as far ahead of it as was asked for, except
// while the practice's past is played at the
/// very first start, before anyone can reach the server: then it shows the moment being played.
class DemoClock extends Clock {
  private final Clock real;
  private volatile @Nullable Instant played;

  DemoClock(Clock real) {
    this.real = real;
  }

  /// A clock that goes this far ahead of the real one, so that what takes days can be seen today.
  static DemoClock ahead(Duration duration) {
    return new DemoClock(Clock.offset(Clock.systemUTC(), duration));
  }

  /// From now on it is this moment.
  void turnTo(Instant moment) {
    played = moment;
  }

  /// From now on time goes as it does.
  void run() {
    played = null;
  }

  /// The moment that it really is, whatever is being played.
  Instant today() {
    return real.instant();
  }

  @Override
  public Instant instant() {
    var moment = played;
    return moment == null ? real.instant() : moment;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
