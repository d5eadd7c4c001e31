package org.saltwater.progress;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.measures.Asked;
import org.saltwater.measures.Asked.Rhythm;
import org.saltwater.measures.Instrument;
import org.saltwater.measures.Score;

/// Which instruments are asked on a day. Pure.
///
/// Those that follow the weeks belong to a session and are asked before one. The others are asked
/// on days on which nothing else is, so that one sitting stays at about two minutes: the monthly
/// ones first.
final class AskingRule {
  /// How long before a session the questions for it are asked. Our own choice of figure.
  static final Duration BEFORE = Duration.ofHours(48);

  private AskingRule() {}

  /// @param today in the client's calendar
  /// @param last the day on which each instrument was answered last
  /// @param beforeSession whether a session is near for which nothing was skipped
  /// @param alsoOthers whether those that belong to no session may be asked
  record Case(
      LocalDate today,
      Map<String, LocalDate> last,
      boolean beforeSession,
      boolean alsoOthers,
      Set<ProblemDomain> domains,
      Collection<Score.Total> newest) {}

  static List<Instrument> asked(Collection<Instrument> all, Case now) {
    var weekly = now.beforeSession() ? due(all, now, Rhythm.WEEKLY) : List.<Instrument>of();
    if (!weekly.isEmpty()) {
      return weekly;
    }
    if (!now.alsoOthers()) {
      return List.of();
    }
    var monthly = due(all, now, Rhythm.MONTHLY);
    return monthly.isEmpty() ? due(all, now, Rhythm.QUARTERLY) : monthly;
  }

  private static List<Instrument> due(Collection<Instrument> all, Case now, Rhythm rhythm) {
    return all.stream()
        .filter(it -> it.asked().filter(asked -> asked.rhythm() == rhythm).isPresent())
        .filter(it -> applies(it.asked().orElseThrow(), now))
        .filter(it -> hasRested(it, rhythm, now))
        .toList();
  }

  private static boolean hasRested(Instrument instrument, Rhythm rhythm, Case now) {
    var last = now.last().get(instrument.id());
    return last == null || !now.today().isBefore(rhythm.next(last));
  }

  private static boolean applies(Asked asked, Case now) {
    return asked
        .onlyIf()
        .map(
            only ->
                now.domains().contains(only.domain())
                    || now.newest().stream()
                        .filter(total -> total.instrument().equals(only.instrument()))
                        .anyMatch(total -> total.reaches(only.cut())))
        .orElse(true);
  }
}
