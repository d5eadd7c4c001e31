package org.saltwater.crying.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/// What must not matter to the estimate.
class WithinPersonProperties {
  private static final int TRIES = 12;

  @Property(tries = TRIES)
  void theOrderOfPeopleDoesNotMatter(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    var people = draw(seed);
    var shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(seed));
    assertSame(people, shuffled, 1, 1);
  }

  @Property(tries = TRIES)
  void whereTheScaleBeginsDoesNotMatter(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @DoubleRange(min = -30, max = 30) double shift) {
    var people = draw(seed);
    var shifted =
        people.stream()
            .map(it -> Hours.changed(it, h -> new double[] {h[0] + shift, h[1], h[2] - shift}))
            .toList();
    assertSame(people, shifted, 1, 1);
  }

  @Property(tries = TRIES)
  void anotherUnitOfTheTotalChangesTheUnitOfWhatIsFoundAndNothingElse(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @DoubleRange(min = .1, max = 20) double unit) {
    var people = draw(seed);
    var inUnits =
        people.stream()
            .map(it -> Hours.changed(it, h -> new double[] {h[0] * unit, h[1], h[2]}))
            .toList();
    assertSame(people, inUnits, unit, 1 / unit);
  }

  @Property(tries = TRIES)
  void whatIsTrueOfEveryHourOfAPersonDoesNotMatter(
      @ForAll @LongRange(min = 0, max = 10_000) long seed) {
    var people = draw(seed);
    var random = new Random(seed);
    var lifted =
        people.stream()
            .map(
                it -> {
                  var own = 4 * random.nextGaussian();
                  return Hours.changed(it, h -> new double[] {h[0] + own, h[1], h[2]});
                })
            .toList();
    var before = WithinPerson.fit(people).orElseThrow().effect(1, 0);
    var after = WithinPerson.fit(lifted).orElseThrow().effect(1, 0);
    // Not to the last digit: how different people are weighs a little in how sure one can be.
    assertThat(after.value())
        .isCloseTo(before.value(), within(.25 * (before.high() - before.low())));
  }

  private static List<Followed> draw(long seed) {
    return World.of(50, 5, 9).planted(1, .02).unsteady(.03).draw(seed, false);
  }

  private static void assertSame(
      List<Followed> one, List<Followed> other, double forward, double reverse) {
    var known = WithinPerson.fit(one).orElseThrow();
    var found = WithinPerson.fit(other).orElseThrow();
    assertNear(found.effect(1, 0), known.effect(1, 0), forward);
    assertNear(found.effect(0, 1), known.effect(0, 1), reverse);
  }

  private static void assertNear(Effect found, Effect known, double times) {
    var wide = times * (known.high() - known.low());
    assertThat(found.value()).isCloseTo(times * known.value(), within(2e-3 * wide));
    assertThat(found.low()).isCloseTo(times * known.low(), within(1e-2 * wide));
    assertThat(found.high()).isCloseTo(times * known.high(), within(1e-2 * wide));
  }
}
