package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.measures.Asked.Rhythm;
import org.saltwater.measures.Instrument;
import org.saltwater.measures.Instruments;

/// Half a year of somebody who answers on some days, skips on others, and has hours as they come.
@Tag("progress")
class AskingRuleProperties {
  private static final Instruments INSTRUMENTS = new Instruments();
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final int DAYS = 182;

  record Answered(Instrument instrument, LocalDate day, boolean beforeSession, int together) {}

  @Property
  void nothingIsAskedBeforeItHasRested(@ForAll Random random) {
    var last = new HashMap<String, LocalDate>();
    for (var it : live(random)) {
      var before = last.put(it.instrument().id(), it.day());
      if (before != null) {
        assertThat(it.day()).isAfterOrEqualTo(rhythm(it).next(before));
      }
    }
  }

  @Property
  void whatFollowsTheWeeksIsAskedOnlyBeforeASession(@ForAll Random random) {
    assertThat(live(random))
        .filteredOn(it -> rhythm(it) == Rhythm.WEEKLY)
        .allMatch(Answered::beforeSession);
  }

  @Property
  void oneSittingIsNeverLongerThanAboutTwoMinutes(@ForAll Random random) {
    assertThat(live(random)).allMatch(it -> it.together() <= 20);
  }

  @Property
  void thePcl5IsAskedOnlyOfWhomItConcerns(@ForAll Random random) {
    assertThat(live(random, Set.of(ProblemDomain.LOW_MOOD)))
        .noneMatch(it -> it.instrument().id().equals("pcl-5"));
    assertThat(live(random, Set.of(ProblemDomain.TRAUMA)))
        .anyMatch(it -> it.instrument().id().equals("pcl-5"));
  }

  private static Rhythm rhythm(Answered answered) {
    return answered.instrument().asked().orElseThrow().rhythm();
  }

  private static List<Answered> live(Random random) {
    return live(random, random.nextBoolean() ? Set.of(ProblemDomain.TRAUMA) : Set.of());
  }

  private static List<Answered> live(Random random, Set<ProblemDomain> domains) {
    var last = new HashMap<String, LocalDate>();
    var answered = new ArrayList<Answered>();
    for (var day = MONDAY; day.isBefore(MONDAY.plusDays(DAYS)); day = day.plusDays(1)) {
      var near = random.nextInt(4) == 0;
      var asked = AskingRule.asked(INSTRUMENTS.list(), on(day, last, near, domains));
      if (random.nextInt(3) > 0) {
        var items = asked.stream().mapToInt(it -> it.scoredItems().size()).sum();
        for (var it : asked) {
          last.put(it.id(), day);
          answered.add(new Answered(it, day, near, items));
        }
      }
    }
    return answered;
  }

  private static AskingRule.Case on(
      LocalDate day, Map<String, LocalDate> last, boolean near, Set<ProblemDomain> domains) {
    return new AskingRule.Case(day, Map.copyOf(last), near, true, domains, List.of());
  }
}
