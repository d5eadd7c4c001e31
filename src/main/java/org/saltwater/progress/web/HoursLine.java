package org.saltwater.progress.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.alliance.SavedCheckIn;

/// How the client found the hours, one after the other: the mean of what they rated, 0 to 4.
///
/// @param points the oldest first; at least one
public record HoursLine(List<Point> points, Chart chart) {
  /// @param mean with one digit behind the point
  public record Point(Instant at, String mean) {
    @Override
    public String toString() {
      return "Point[redacted]";
    }
  }

  /// @param saved the newest first
  static Optional<HoursLine> of(List<SavedCheckIn> saved, List<Instant> sessions) {
    var points =
        saved.reversed().stream()
            .flatMap(
                it ->
                    it.answers().stream()
                        .filter(said -> said.mean().isPresent())
                        .map(said -> new Chart.Point(it.hourAt(), said.mean().orElseThrow())))
            .toList();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HoursLine(
                points.stream().map(it -> new Point(it.at(), written(it.value()))).toList(),
                Chart.ofHours(points, sessions)));
  }

  public Point first() {
    return points.getFirst();
  }

  public Point newest() {
    return points.getLast();
  }

  static String written(double mean) {
    return String.format(Locale.ROOT, "%.1f", mean);
  }

  @Override
  public String toString() {
    return "HoursLine[redacted]";
  }
}
