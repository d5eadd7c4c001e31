package org.saltwater.crying;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When mood is rated around an episode: 0, as low as can be, to 10, as good as can be.
///
/// The moments are those of Gračanin et al. 2015, in whose study mood was worse at once, back where
/// it had been after 20 minutes, and better than before after 90; the next day is ours.
public enum MoodMoment {
  BEFORE(null),
  AT_ONCE(Duration.ZERO),
  AFTER_20(Duration.ofMinutes(20)),
  AFTER_90(Duration.ofMinutes(90)),
  NEXT_DAY(Duration.ofDays(1));

  private final @Nullable Duration after;

  MoodMoment(@Nullable Duration after) {
    this.after = after;
  }

  /// How long after the tears; empty for before them.
  public Optional<Duration> after() {
    return Optional.ofNullable(after);
  }

  /// The word for it in bundles and addresses: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
