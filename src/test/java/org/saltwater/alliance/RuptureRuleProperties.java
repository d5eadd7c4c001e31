package org.saltwater.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.saltwater.alliance.RuptureRule.Noticed;
import org.saltwater.alliance.RuptureRule.Said;

/// What holds for any course of check-ins.
@Tag("progress")
class RuptureRuleProperties {
  private static final MathContext EXACT = new MathContext(60);

  /// Far under the smallest difference that there is, far above the error of sixty digits.
  private static final BigDecimal NOTHING = new BigDecimal("1e-40");

  @Property
  void anHourIsNoticedIfAndOnlyIfTheRuleSaysSo(@ForAll("hours") List<Said> hours) {
    var noticed = RuptureRule.read(hours).stream().map(Noticed::hour).toList();
    var expected =
        IntStream.range(0, hours.size())
            .filter(
                i ->
                    hours.get(i).feltWrong()
                        || isUnder(hours.subList(0, i), hours.get(i), BigDecimal.ONE))
            .boxed()
            .toList();
    assertThat(noticed).isEqualTo(expected);
  }

  @Property
  void itIsRepairedByTheFirstOfThreeHoursThatIsBackWithNothingWrong(
      @ForAll("hours") List<Said> hours) {
    for (var it : RuptureRule.read(hours)) {
      var before = hours.subList(0, it.hour());
      var back =
          IntStream.rangeClosed(it.hour() + 1, Math.min(it.hour() + 3, hours.size() - 1))
              .filter(i -> hours.get(i).twelfths().isPresent() && !hours.get(i).feltWrong())
              .filter(i -> !isUnder(before, hours.get(i), new BigDecimal("0.5")))
              .findFirst();
      if (back.isPresent()) {
        assertThat(it).isEqualTo(new Noticed(it.hour(), Rupture.Outcome.REPAIRED, back));
      } else if (it.hour() + 3 < hours.size()) {
        assertThat(it.outcome()).isEqualTo(Rupture.Outcome.NOT_REPAIRED);
      } else {
        assertThat(it.outcome()).isEqualTo(Rupture.Outcome.OPEN);
      }
    }
  }

  @Property
  void whatHasSettledStaysAsItIsWhateverComesLater(
      @ForAll("hours") List<Said> hours, @ForAll("hours") List<Said> later) {
    var all = new ArrayList<>(hours);
    all.addAll(later);
    var after = RuptureRule.read(all);
    for (var it : RuptureRule.read(hours)) {
      if (it.outcome() == Rupture.Outcome.OPEN) {
        assertThat(after).anyMatch(other -> other.hour() == it.hour());
      } else {
        assertThat(after).contains(it);
      }
    }
  }

  /// Whether a rating lies more than so many deviations under the mean of at least three before.
  private static boolean isUnder(List<Said> before, Said said, BigDecimal deviations) {
    var values =
        before.stream()
            .filter(it -> it.twelfths().isPresent())
            .map(it -> BigDecimal.valueOf(it.twelfths().getAsInt()))
            .toList();
    if (values.size() < 3 || said.twelfths().isEmpty()) {
      return false;
    }
    var n = BigDecimal.valueOf(values.size());
    var mean = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, EXACT);
    var variance =
        values.stream()
            .map(it -> it.subtract(mean).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(n.subtract(BigDecimal.ONE), EXACT);
    var line = mean.subtract(deviations.multiply(variance.sqrt(EXACT)));
    return line.subtract(BigDecimal.valueOf(said.twelfths().getAsInt())).compareTo(NOTHING) > 0;
  }

  @Provide
  Arbitrary<List<Said>> hours() {
    var rating =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.integers().between(0, 48).map(OptionalInt::of)),
            Tuple.of(2, Arbitraries.of(24, 36, 48).map(OptionalInt::of)),
            Tuple.of(1, Arbitraries.just(OptionalInt.empty())));
    var wrong = Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true));
    return Combinators.combine(rating, wrong).as(Said::new).list().ofMinSize(1).ofMaxSize(14);
  }
}
