package org.saltwater.progress.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saltwater.measures.Instrument;
import org.saltwater.progress.Reading;
import org.saltwater.progress.Trend;

/// A line over time, worked out in the units of its picture's view box. The same is said beside it
/// in words and as a table.
///
/// @param bands the instrument's ranges, from below to above
/// @param reliable the stretch around the first total within which a change may be chance
/// @param sessions where hours lie
/// @param line the points of the line, as SVG writes them
public record Chart(
    List<Range> bands,
    Optional<Range> reliable,
    List<String> sessions,
    String line,
    List<Dot> dots,
    List<Dot> marks) {
  public static final int WIDTH = 360;
  public static final int HEIGHT = 190;
  static final int LEFT = 26;
  static final int RIGHT = 352;
  static final int TOP = 8;
  static final int BOTTOM = 176;

  /// @param y of its upper edge
  public record Range(String name, String y, String height, String middle, boolean even) {}

  /// @param value shown beside it
  public record Dot(String x, String y, int value) {}

  static Chart of(Trend trend, List<Instant> sessions) {
    var from = trend.first().at();
    var to = trend.newest().at();
    for (var each : sessions) {
      from = each.isBefore(from) ? each : from;
      to = each.isAfter(to) ? each : to;
    }
    return new Drawing(trend, from, to).draw(sessions);
  }

  private record Drawing(Trend trend, Instant from, Instant to) {
    Chart draw(List<Instant> sessions) {
      var dots =
          trend.readings().stream()
              .map(it -> new Dot(x(it.at()), y(it.value()), it.value()))
              .toList();
      return new Chart(
          bands(),
          reliable(),
          sessions.stream().map(this::x).distinct().toList(),
          dots.stream().map(it -> it.x() + "," + it.y()).collect(Collectors.joining(" ")),
          dots,
          List.of(new Dot("", y(lowest()), lowest()), new Dot("", y(highest()), highest())));
    }

    private List<Range> bands() {
      var ranges = new ArrayList<Range>();
      for (var band : trend.instrument().bands()) {
        // A band ends where the next begins: totals are whole numbers, the picture is not.
        var upper = band.to() == highest() ? band.to() : band.to() + 1;
        ranges.add(range(band.name(), band.from(), upper, ranges.size() % 2 == 0));
      }
      return ranges;
    }

    private Optional<Range> reliable() {
      var change = instrument().reliableChange();
      var first = trend.first().value();
      return change.isEmpty() || trend.readings().size() < 2
          ? Optional.empty()
          : Optional.of(
              range(
                  "",
                  Math.max(lowest(), first - change.getAsInt() + 1),
                  Math.min(highest(), first + change.getAsInt() - 1),
                  true));
    }

    private Range range(String name, int low, int high, boolean even) {
      var top = yOf(high);
      var height = yOf(low) - top;
      return new Range(name, write(top), write(height), write(top + height / 2 + 3), even);
    }

    private Instrument instrument() {
      return trend.instrument();
    }

    private int lowest() {
      return instrument().lowest();
    }

    private int highest() {
      var most = trend.readings().stream().mapToInt(Reading::value).max().orElse(1);
      return Math.max(Math.max(instrument().highest(), most), lowest() + 1);
    }

    private String x(Instant at) {
      var whole = Duration.between(from, to).toSeconds();
      var share = whole == 0 ? .5 : (double) Duration.between(from, at).toSeconds() / whole;
      return write(LEFT + 6 + share * (RIGHT - LEFT - 12));
    }

    private String y(int value) {
      return write(yOf(value));
    }

    private double yOf(int value) {
      return BOTTOM - (double) (value - lowest()) / (highest() - lowest()) * (BOTTOM - TOP);
    }

    private static String write(double number) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
  }
}
