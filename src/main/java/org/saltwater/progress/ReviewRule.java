package org.saltwater.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saltwater.measures.Change;

/// When a course is worth reviewing together: the project's clinical facts, outcome monitoring.
// Pure.
///
/// A reliable deterioration from the baseline; or a PHQ-9 that by week four to six has fallen by
// one
/// point or less, and has not since. The second is asked only of someone who began as a case, at
// ten
/// or above: from below there is no fall to wait for. That limit, and that a later fall lifts the
/// sign, are our own choice.
final class ReviewRule {
  static final String PHQ_9 = "phq-9";
  static final int CASE = 10;

  /// A fall of so many points or fewer is little.
  static final int LITTLE = 1;

  static final Duration FROM = Duration.ofDays(28);
  static final Duration TO = Duration.ofDays(42);
  private static final int DAYS_OF_A_WEEK = 7;

  private final LocalQuantiles local;

  ReviewRule(LocalQuantiles local) {
    this.local = local;
  }

  /// In the order of the trends; of one trend, what was published before what is local.
  List<Sign> read(List<Trend> trends) {
    var signs = new ArrayList<Sign>();
    for (var trend : trends) {
      if (trend.change().filter(Change.DETERIORATED::equals).isPresent()) {
        signs.add(sign(Sign.Kind.DETERIORATED, trend, 0));
      } else if (changedLittle(trend)) {
        signs.add(sign(Sign.Kind.LITTLE_CHANGE, trend, 0));
      } else {
        line(trend)
            .filter(it -> trend.newest().value() > it.total())
            .ifPresent(it -> signs.add(sign(Sign.Kind.HIGHER_THAN_HERE, trend, it.courses())));
      }
    }
    return signs;
  }

  private static boolean changedLittle(Trend trend) {
    return trend.instrument().id().equals(PHQ_9)
        && trend.first().value() >= CASE
        && fall(trend, trend.newest()) <= LITTLE
        && lastInWindow(trend).filter(it -> fall(trend, it) <= LITTLE).isPresent();
  }

  /// The newest reading of weeks four to six, both days included.
  private static Optional<Reading> lastInWindow(Trend trend) {
    var from = trend.first().at().plus(FROM);
    var to = trend.first().at().plus(TO);
    return trend.readings().stream()
        .filter(it -> !it.at().isBefore(from) && !it.at().isAfter(to))
        .reduce((earlier, later) -> later);
  }

  private Optional<LocalQuantiles.Line> line(Trend trend) {
    return trend.readings().size() < 2 || trend.change().isEmpty()
        ? Optional.empty()
        : local.find(
            trend.instrument(),
            trend.first().value(),
            week(trend.first().at(), trend.newest().at()));
  }

  private static int fall(Trend trend, Reading reading) {
    return trend.first().value() - reading.value();
  }

  private static int week(Instant first, Instant later) {
    return (int) (Duration.between(first, later).toDays() / DAYS_OF_A_WEEK);
  }

  private static Sign sign(Sign.Kind kind, Trend trend, int closed) {
    return new Sign(
        kind,
        trend.instrument(),
        trend.first().value(),
        trend.newest().value(),
        trend.newest().at(),
        closed);
  }
}
