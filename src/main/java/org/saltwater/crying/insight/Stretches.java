package org.saltwater.crying.insight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.sessions.TherapySession;

/// Puts hours together as long as nothing is missing and the therapist stays.
final class Stretches {
  private final List<Stretch> all = new ArrayList<>();
  private final List<double[]> running = new ArrayList<>();
  private @Nullable TherapySession last;
  private int count;

  void add(TherapySession hour, double @Nullable [] quantities) {
    if (quantities == null || (last != null && !last.therapist().equals(hour.therapist()))) {
      close();
    }
    if (quantities != null) {
      running.add(quantities);
    }
    last = hour;
    count++;
  }

  Followed end() {
    close();
    return new Followed(all);
  }

  private void close() {
    if (running.size() >= Stretch.FEWEST) {
      all.add(new Stretch(count - running.size(), running.toArray(double[][]::new)));
    }
    running.clear();
  }
}
