package org.saltwater.crying;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When mood is rated around an episode: 0, as low as can be, to 10, as good as can be.
///
/// The moments are those of Gračanin et al. 2015, in whose study mood was worse at once, back where
/// it had been after 20 minutes, and better than before after 90; the next day is ours.
public enum MoodMoment {
  BEFORE(null, Duration.ZERO),
  AT_ONCE(Duration.ZERO, Duration.ofMinutes(15)),
  AFTER_20(Duration.ofMinutes(20), Duration.ofMinutes(25)),
  AFTER_90(Duration.ofMinutes(90), Duration.ofMinutes(60)),
  NEXT_DAY(Duration.ofDays(1), Duration.ofHours(12));

  /// What is left to ask by a prompt where a page has asked how the client is at once.
  public static final Set<MoodMoment> LATER = Set.of(AFTER_20, AFTER_90, NEXT_DAY);

  private final @Nullable Duration after;
  private final Duration open;

  MoodMoment(@Nullable Duration after, Duration open) {
    this.after = after;
    this.open = open;
  }

  /// How long after the tears; empty for before them.
  public Optional<Duration> after() {
    return Optional.ofNullable(after);
  }

  /// How long it can be answered: an answer that comes later is about another moment. Our own
  /// choice.
  Duration open() {
    return open;
  }

  /// Whether what is said now is still about this moment.
  ///
  /// @param ended when the tears were over
  public boolean isOpen(Instant ended, Instant now) {
    return after != null && !now.isAfter(ended.plus(after).plus(open));
  }

  /// The word for it in bundles and addresses: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
