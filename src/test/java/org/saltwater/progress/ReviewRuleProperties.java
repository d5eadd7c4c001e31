package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.saltwater.measures.Instruments;

/// What holds for any course of totals.
@Tag("progress")
class ReviewRuleProperties {
  private static final ReviewRule RULE = new ReviewRule(new LocalQuantiles(List.of()));

  /// @param totals by the day since the start
  record Course(TreeMap<Integer, Integer> totals) {
    Trend trend() {
      return Trend.of(
          new Instruments().get("phq-9"),
          totals.entrySet().stream()
              .map(it -> ReviewRuleTest.reading("phq-9", it.getKey(), it.getValue()))
              .toList());
    }

    int first() {
      return totals.firstEntry().getValue();
    }

    int newest() {
      return totals.lastEntry().getValue();
    }
  }

  @Property
  void aSignIsShownIfAndOnlyIfTheRulesSaySo(@ForAll("courses") Course course) {
    var window = course.totals().subMap(28, true, 42, true);
    var little =
        course.first() >= 10
            && !window.isEmpty()
            && course.first() - window.lastEntry().getValue() <= 1
            && course.first() - course.newest() <= 1;
    var expected = new ArrayList<Sign.Kind>();
    if (course.newest() >= course.first() + 6) {
      expected.add(Sign.Kind.DETERIORATED);
    } else if (little) {
      expected.add(Sign.Kind.LITTLE_CHANGE);
    }
    assertThat(RULE.read(List.of(course.trend())))
        .extracting(Sign::kind)
        .containsExactlyElementsOf(expected);
  }

  @Property
  void whoeverGetsBetterByTwoPointsOrMoreIsNeverPointedAt(
      @ForAll("courses") Course course, @ForAll @IntRange(min = 2, max = 27) int fall) {
    var better = new TreeMap<>(course.totals());
    better.put(course.totals().lastKey() + 1, Math.max(0, course.first() - fall));
    if (course.first() >= 2) {
      assertThat(RULE.read(List.of(new Course(better).trend()))).isEmpty();
    }
  }

  @Provide
  Arbitrary<Course> courses() {
    var days = Arbitraries.integers().between(1, 100);
    var totals = Arbitraries.integers().between(0, 27);
    return Arbitraries.maps(days, totals)
        .ofMaxSize(10)
        .flatMap(
            later ->
                totals.map(
                    first -> {
                      var all = new TreeMap<>(later);
                      all.put(0, first);
                      return new Course(all);
                    }));
  }
}
