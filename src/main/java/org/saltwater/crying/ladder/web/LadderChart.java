package org.saltwater.crying.ladder.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saltwater.crying.ladder.Discomfort;

/// How hard a step was, time after time, worked out in the units of its picture's view box. The
/// same is said beside it in words and as a table.
///
/// @param lines before, at the hardest moment, and after, in this order
/// @param columns where each repetition stands, the first at the left
public record LadderChart(
    List<Discomfort> courses, List<Line> lines, List<Column> columns, List<Mark> marks) {
  public static final int WIDTH = 360;
  public static final int HEIGHT = 200;
  public static final int LEFT = 34;
  public static final int RIGHT = 348;
  public static final int TOP = 10;
  public static final int BOTTOM = 170;

  /// @param name `before`, `peak` or `after`
  /// @param points as SVG writes them
  public record Line(String name, String points, List<Dot> dots) {}

  public record Dot(String x, String y) {}

  /// @param number which repetition it is, from 1 on
  public record Column(String x, int number) {}

  public record Mark(String y, int value) {}

  /// @return empty without a course
  static Optional<LadderChart> of(List<Discomfort> courses) {
    if (courses.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LadderChart(
            courses,
            List.of(
                line("before", courses, Discomfort::before),
                line("peak", courses, Discomfort::highest),
                line("after", courses, Discomfort::after)),
            IntStream.range(0, courses.size())
                .mapToObj(it -> new Column(x(it, courses.size()), it + 1))
                .toList(),
            IntStream.of(0, 50, 100).mapToObj(it -> new Mark(y(it), it)).toList()));
  }

  public Discomfort first() {
    return courses.getFirst();
  }

  public Discomfort newest() {
    return courses.getLast();
  }

  private static Line line(String name, List<Discomfort> courses, ToIntFunction<Discomfort> value) {
    var dots =
        IntStream.range(0, courses.size())
            .mapToObj(it -> new Dot(x(it, courses.size()), y(value.applyAsInt(courses.get(it)))))
            .toList();
    return new Line(
        name,
        dots.stream().map(it -> it.x() + "," + it.y()).collect(Collectors.joining(" ")),
        dots);
  }

  private static String x(int at, int of) {
    var share = of == 1 ? .5 : (double) at / (of - 1);
    return write(LEFT + 12 + share * (RIGHT - LEFT - 24));
  }

  private static String y(int value) {
    return write(BOTTOM - (double) value / Discomfort.HIGHEST * (BOTTOM - TOP));
  }

  private static String write(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  @Override
  public String toString() {
    return "LadderChart[redacted]";
  }
}
