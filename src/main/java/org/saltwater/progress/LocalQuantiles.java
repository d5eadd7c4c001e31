package org.saltwater.progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.saltwater.measures.Instrument;
import org.saltwater.progress.ClosedCourses.Course;

/// What totals of this practice's own closed courses were. No expected-response curve is openly
/// licensed, so none is drawn on; this compares with what was seen here, once that is enough. Pure.
///
/// A total stands out if it lies above the ninth tenth of those of courses that began in the same
/// range, at about the same time. A hundred courses put the ninth tenth within three percentage
/// points (√(.9 · .1 / 100)). Tenth, number and stretch are our own choice.
final class LocalQuantiles {
  /// So many closed courses there must be, in the same range and stretch of weeks.
  static final int ENOUGH = 100;

  /// Totals are compared within so many weeks: 0 to 3, 4 to 7, and so on.
  static final int STRETCH = 4;

  private static final int NINE_OF_TEN = 9;

  private final Collection<Course> closed;

  LocalQuantiles(Collection<Course> closed) {
    this.closed = closed;
  }

  /// @param total at or under which nine of ten lay
  /// @param courses how many closed courses it rests on
  record Line(int total, int courses) {}

  /// Empty while there are too few courses.
  Optional<Line> find(Instrument instrument, int first, int week) {
    var totals =
        closed.stream()
            .filter(it -> it.instrument().equals(instrument.id()))
            .filter(it -> inSameRange(instrument, it.first(), first))
            .flatMap(it -> lastWithin(it, week / STRETCH).stream())
            .sorted()
            .toList();
    return totals.size() < ENOUGH ? Optional.empty() : Optional.of(ninthTenth(totals));
  }

  /// The nearest rank: the smallest of the totals that at least nine of ten do not exceed.
  private static Line ninthTenth(List<Integer> sorted) {
    var rank = (sorted.size() * NINE_OF_TEN + 9) / 10;
    return new Line(sorted.get(rank - 1), sorted.size());
  }

  private static Optional<Integer> lastWithin(Course course, int stretch) {
    return course.later().stream()
        .filter(it -> it.week() / STRETCH == stretch)
        .reduce((earlier, later) -> later.week() >= earlier.week() ? later : earlier)
        .map(ClosedCourses.At::total);
  }

  private static boolean inSameRange(Instrument instrument, int one, int other) {
    return instrument.bands().stream().anyMatch(band -> band.holds(one) && band.holds(other));
  }
}
