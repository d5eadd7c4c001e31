package org.saltwater.figures;

import java.util.Optional;
import org.saltwater.figures.Case.Kept;
import org.saltwater.measures.Change;
import org.saltwater.measures.Instrument;

/// What is said of one case. Pure.
final class Judging {
  /// After so many days without an hour, and none booked, a therapy is taken to be over. Our own
  /// choice of figure.
  private static final int QUIET_DAYS = 28;

  /// How near the last hour the last total must be to say how it ended. Our own choice of figure.
  private static final int NEAR_THE_END = 14;

  /// From so many hours on with the next therapist a change counts as gone on with.
  private static final int WENT_ON = 3;

  static Change change(Instrument instrument, Case it) {
    return it.find(instrument.id())
        .flatMap(series -> Change.of(instrument, series.first(), series.last()))
        .orElse(Change.UNCHANGED);
  }

  /// By how many points the total fell; none where it was not answered twice.
  static int fall(Instrument instrument, Case it) {
    return it.find(instrument.id()).map(series -> series.first() - series.last()).orElse(0);
  }

  static boolean isBetter(Change change) {
    return change == Change.RECOVERED || change == Change.IMPROVED;
  }

  /// Whether nobody treats them any more, or nothing was heard for a while and nothing is booked.
  static boolean isOver(Case it, int today) {
    return !it.coming() && (it.ended() || today - it.lastHeld() >= QUIET_DAYS);
  }

  static boolean isMeasuredAtTheEnd(Case it) {
    return it.measured().stream()
        .anyMatch(series -> series.size() > 1 && it.lastHeld() - series.lastDay() <= NEAR_THE_END);
  }

  /// Who missed or called off the last hour that was booked. One of the usual definitions (Swift
  // and
  /// Greenberg 2012, J Consult Clin Psychol 80:547), and the one that needs no judgement.
  static boolean isStopped(Case it) {
    var last = it.hours().getLast().kept();
    return last == Kept.MISSED_BY_CLIENT || last == Kept.CANCELLED;
  }

  static boolean wentOn(Case it) {
    var day = it.changes().getLast();
    return it.hours().stream().filter(hour -> hour.isHeld() && hour.day() >= day).count()
        >= WENT_ON;
  }

  /// The latest total against the last one before the change.
  static Optional<Change> afterChange(Instrument instrument, Case it) {
    return it.find(instrument.id())
        .flatMap(
            series -> {
              var before = series.lastUpTo(it.changes().getLast());
              return before < 0 || before == series.size() - 1
                  ? Optional.empty()
                  : Change.of(instrument, series.value(before), series.last());
            });
  }

  static String channel(Case it) {
    return it.mostly().map(channel -> "channel." + channel).orElse("channel.mixed");
  }

  private Judging() {}
}
