package org.saltwater.crying.insight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What was learned, as the page shows it.
///
/// @param arms tears and then the total, and the reverse beside it; empty below the bound
/// @param moderation by support and by shame; empty for the same reason
public record LearnedView(
    Learned learned,
    int fewestClients,
    int fewestHours,
    int fewestBoth,
    int fewestRated,
    List<Line> arms,
    List<Line> moderation) {

  /// One effect.
  ///
  /// @param key its words in the bundle
  /// @param way which way it goes: more, less, or `open` if zero lies within the range
  /// @param size without its sign
  /// @param low the lower end of the range, with its sign
  public record Line(String key, String way, String size, String low, String high, Bar bar) {}

  /// Where on a line from -1 to 1, of which 0 is the middle, value and range lie; 0 to 100.
  public record Bar(String value, String low, String width) {}

  /// The reverse arm is told for so many points of the PHQ-9, and in a hundred hours: a change that
  /// is reliable in one person is 6.
  static final int POINTS = 5;

  private static final int IN_HUNDRED = 100;

  static LearnedView of(Learned it) {
    return new LearnedView(
        it,
        Enough.CLIENTS,
        Enough.HOURS,
        Enough.WITH_BOTH,
        Enough.WITH_BOTH_RATED,
        it.arms().stream()
            .flatMap(
                arms ->
                    Stream.of(
                        line("forward", arms.tearsThenTotal(), 1, 1),
                        line("reverse", arms.totalThenTears(), POINTS * IN_HUNDRED, 1)))
            .toList(),
        it.moderation().stream()
            .flatMap(
                by ->
                    Stream.of(
                        line("support", by.bySupport(), 1, 2), line("shame", by.byShame(), 1, 2)))
            .toList());
  }

  private static Line line(String key, Effect effect, double unit, int decimals) {
    var way = !effect.leavesOutZero() ? "open" : effect.value() > 0 ? "more" : "less";
    var widest = 1.1 * Math.max(Math.abs(effect.low()), Math.abs(effect.high()));
    return new Line(
        key,
        way,
        number(Math.abs(effect.value() * unit), decimals),
        signed(effect.low() * unit, decimals),
        signed(effect.high() * unit, decimals),
        new Bar(
            place(effect.value(), widest),
            place(effect.low(), widest),
            number(50 * (effect.high() - effect.low()) / widest, 1)));
  }

  private static String place(double value, double widest) {
    return number(50 + 50 * value / widest, 1);
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /// With a true minus, which a screen reader says.
  private static String signed(double value, int decimals) {
    var size = number(Math.abs(value), decimals);
    return value < 0 && !size.matches("[0.]+") ? "−" + size : size;
  }
}
