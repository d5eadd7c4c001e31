package org.saltwater.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of time as clocks on the wall show it, without saying where the wall is.
record WallSpan(LocalDateTime from, LocalDateTime to) {
  /// No place on earth differs from UTC by more (java.time.ZoneOffset).
  private static final Duration WIDEST_OFFSET = Duration.ofHours(18);

  /// All real time during which the clock on a wall in this zone shows a time within the span.
  ///
  /// Mostly one piece. When clocks go forward, what is skipped is not there; when they go back,
  /// what is shown twice is there twice, as one piece or as two with time outside the span between
  /// them.
  /// So no rule about gaps and overlaps is needed anywhere else.
  List<Span> in(ZoneId zone) {
    var rules = zone.getRules();
    var pieces = new ArrayList<Span>(1);
    var cursor = from.toInstant(ZoneOffset.UTC).minus(WIDEST_OFFSET);
    var end = to.toInstant(ZoneOffset.UTC).plus(WIDEST_OFFSET);
    while (cursor.isBefore(end)) {
      var offset = rules.getOffset(cursor);
      var change = rules.nextTransition(cursor);
      var until = change == null ? end : earlier(change.getInstant(), end);
      var piece =
          new Span(later(cursor, from.toInstant(offset)), earlier(until, to.toInstant(offset)));
      if (piece.start().isBefore(piece.end())) {
        pieces.add(piece);
      }
      cursor = until;
    }
    return Span.joined(pieces);
  }

  /// The same time in as few spans as possible, in order.
  static List<WallSpan> merged(List<WallSpan> spans) {
    var sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(WallSpan::from));
    var merged = new ArrayList<WallSpan>();
    for (var span : sorted) {
      var last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && !span.from.isAfter(last.to)) {
        merged.set(
            merged.size() - 1,
            new WallSpan(last.from, last.to.isAfter(span.to) ? last.to : span.to));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /// What is left of this span without another: nothing, one part or two.
  List<WallSpan> without(WallSpan cut) {
    if (!cut.from.isBefore(to) || !from.isBefore(cut.to)) {
      return List.of(this);
    }
    var left = new ArrayList<WallSpan>(2);
    if (from.isBefore(cut.from)) {
      left.add(new WallSpan(from, cut.from));
    }
    if (cut.to.isBefore(to)) {
      left.add(new WallSpan(cut.to, to));
    }
    return left;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
