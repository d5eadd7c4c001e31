package org.saltwater.crying.insight;

import java.util.List;

/// One client's hours, without whose they are.
record Followed(List<Stretch> stretches) {
  Followed {
    stretches = List.copyOf(stretches);
  }

  int hours() {
    return stretches.stream().mapToInt(it -> it.hours().length).sum();
  }

  @Override
  public String toString() {
    return "Followed[redacted]";
  }
}
