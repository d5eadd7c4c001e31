package org.saltwater.progress.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saltwater.alliance.CheckIn;
import org.saltwater.progress.Trend;

/// A line over time, worked out in the units of its picture's view box. The same is said beside it
/// in words and as a table.
///
/// @param bands the ranges, from below to above; their names stand to the right of the line
/// @param reliable the stretch around the first total within which a change may be chance
/// @param sessions where hours lie
/// @param line the points of the line, as SVG writes them
/// @param right where the line's field ends
public record Chart(
    List<Range> bands,
    Optional<Range> reliable,
    List<String> sessions,
    String line,
    List<Dot> dots,
    List<Dot> marks,
    int right) {
  public static final int WIDTH = 360;
  public static final int HEIGHT = 190;
  public static final int LEFT = 26;
  static final int RIGHT = 352;
  static final int TOP = 8;
  static final int BOTTOM = 176;

  /// Room for the longest name of a range, such as "moderately severe".
  static final int NAMES = 86;

  /// @param y of its upper edge
  public record Range(String name, String y, String height, String middle, boolean even) {}

  /// @param value shown beside it
  public record Dot(String x, String y, int value) {}

  /// One value at one moment.
  record Point(Instant at, double value) {}

  private record Stretch(String name, double low, double high) {}

  /// How wide the field is.
  public int field() {
    return right - LEFT;
  }

  static Chart of(Trend trend, List<Instant> sessions) {
    var instrument = trend.instrument();
    var lowest = instrument.lowest();
    var most = trend.readings().stream().mapToInt(it -> it.value()).max().orElse(1);
    var highest = Math.max(Math.max(instrument.highest(), most), lowest + 1);
    // A band ends where the next begins: totals are whole numbers, the picture is not.
    var bands =
        instrument.bands().stream()
            .map(
                it -> new Stretch(it.name(), it.from(), it.to() == highest ? it.to() : it.to() + 1))
            .toList();
    var first = trend.first().value();
    var reliable =
        trend.readings().size() < 2 || instrument.reliableChange().isEmpty()
            ? Optional.<Stretch>empty()
            : Optional.of(
                new Stretch(
                    "",
                    Math.max(lowest, first - instrument.reliableChange().getAsInt() + 1),
                    Math.min(highest, first + instrument.reliableChange().getAsInt() - 1)));
    var points = trend.readings().stream().map(it -> new Point(it.at(), it.value())).toList();
    return draw(points, bands, reliable, lowest, highest, sessions);
  }

  /// The means of check-ins, 0 to 4. They have no published ranges and no reliable change.
  ///
  /// @param points the oldest first; at least one
  static Chart ofHours(List<Point> points, List<Instant> sessions) {
    return draw(points, List.of(), Optional.empty(), 0, CheckIn.HIGHEST, sessions);
  }

  private static Chart draw(
      List<Point> points,
      List<Stretch> bands,
      Optional<Stretch> reliable,
      int lowest,
      int highest,
      List<Instant> sessions) {
    var from = points.getFirst().at();
    var to = points.getLast().at();
    for (var each : sessions) {
      from = each.isBefore(from) ? each : from;
      to = each.isAfter(to) ? each : to;
    }
    var right = bands.isEmpty() ? RIGHT : RIGHT - NAMES;
    return new Field(from, to, lowest, highest, right).draw(points, bands, reliable, sessions);
  }

  private record Field(Instant from, Instant to, int lowest, int highest, int right) {
    Chart draw(
        List<Point> points,
        List<Stretch> bands,
        Optional<Stretch> reliable,
        List<Instant> sessions) {
      var dots =
          points.stream()
              .map(it -> new Dot(x(it.at()), y(it.value()), (int) Math.round(it.value())))
              .toList();
      var ranges = new ArrayList<Range>();
      bands.forEach(it -> ranges.add(range(it, ranges.size() % 2 == 0)));
      return new Chart(
          ranges,
          reliable.map(it -> range(it, true)),
          sessions.stream().map(this::x).distinct().toList(),
          dots.stream().map(it -> it.x() + "," + it.y()).collect(Collectors.joining(" ")),
          dots,
          List.of(new Dot("", y(lowest), lowest), new Dot("", y(highest), highest)),
          right);
    }

    private Range range(Stretch it, boolean even) {
      var top = yOf(it.high());
      var height = yOf(it.low()) - top;
      return new Range(it.name(), write(top), write(height), write(top + height / 2 + 3), even);
    }

    private String x(Instant at) {
      var whole = Duration.between(from, to).toSeconds();
      var share = whole == 0 ? .5 : (double) Duration.between(from, at).toSeconds() / whole;
      return write(LEFT + 6 + share * (right - LEFT - 12));
    }

    private String y(double value) {
      return write(yOf(value));
    }

    private double yOf(double value) {
      return BOTTOM - (value - lowest) / (highest - lowest) * (BOTTOM - TOP);
    }

    private static String write(double number) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
  }
}
