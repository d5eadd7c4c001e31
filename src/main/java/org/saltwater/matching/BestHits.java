package org.saltwater.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saltwater.matching.Search.Hit;

/// The few best of many, best first.
final class BestHits {
  private final @Nullable Hit[] best;
  private int least = Integer.MIN_VALUE;

  BestHits(int most) {
    this.best = new Hit[most];
  }

  /// The points without which nobody comes in any more; with just as many the lot decides.
  int least() {
    return least;
  }

  void enter(Hit hit) {
    var at = best.length - 1;
    if (!isBefore(hit, best[at])) {
      return;
    }
    for (; at > 0 && isBefore(hit, best[at - 1]); at--) {
      best[at] = best[at - 1];
    }
    best[at] = hit;
    var last = best[best.length - 1];
    least = last == null ? Integer.MIN_VALUE : last.total();
  }

  List<Hit> list() {
    return Arrays.stream(best).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  private static boolean isBefore(Hit hit, @Nullable Hit other) {
    return other == null || hit.compareTo(other) < 0;
  }
}
