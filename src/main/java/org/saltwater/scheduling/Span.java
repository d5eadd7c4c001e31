package org.saltwater.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of real time, from its start up to but not including its end.
record Span(Instant start, Instant end) {
  boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /// The same time in as few spans as possible, in order.
  static List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>(spans.size());
    for (var span : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
      if (!joined.isEmpty() && !span.start.isAfter(joined.getLast().end)) {
        var last = joined.removeLast();
        joined.add(new Span(last.start, last.end.isAfter(span.end) ? last.end : span.end));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
