package org.saltwater.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;

/// The four classes of change, and what they rest on: Jacobson and Truax 1991.
@Tag("progress")
class ChangeProperties {
  private static final List<Instrument> WITH_RELIABLE_CHANGE =
      new Instruments().list().stream().filter(it -> it.reliableChange().isPresent()).toList();

  record Case(Instrument instrument, int first, int latest) {}

  @Property
  void everyPairOfTotalsIsInTheOneClassItsDefinitionGives(@ForAll("cases") Case one) {
    var reliable = one.instrument().reliableChange().orElseThrow();
    var cut = one.instrument().recoveredBelow();
    var lower = one.first() - one.latest() >= reliable;
    var higher = one.latest() - one.first() >= reliable;
    var crosses = cut.isPresent() && one.first() >= cut.getAsInt() && one.latest() < cut.getAsInt();
    var expected =
        higher
            ? Change.DETERIORATED
            : !lower ? Change.UNCHANGED : crosses ? Change.RECOVERED : Change.IMPROVED;
    assertThat(change(one)).isEqualTo(expected);
  }

  @Property
  void lowerIsNeverAWorseClass(@ForAll("cases") Case one) {
    if (one.latest() > one.instrument().lowest()) {
      var lower = new Case(one.instrument(), one.first(), one.latest() - 1);
      assertThat(change(lower)).isLessThanOrEqualTo(change(one));
    }
  }

  @Property
  void thereAndBackAreEachOthersOpposite(@ForAll("cases") Case one) {
    var back = change(new Case(one.instrument(), one.latest(), one.first()));
    assertThat(change(one) == Change.DETERIORATED)
        .isEqualTo(back == Change.IMPROVED || back == Change.RECOVERED);
    assertThat(change(one) == Change.UNCHANGED).isEqualTo(back == Change.UNCHANGED);
  }

  @Property
  void aMoreReliableInstrumentNoticesSmallerChangesAndAWiderOneLargerOnes(
      @ForAll @DoubleRange(min = 0, max = 30) double deviation,
      @ForAll @DoubleRange(min = 0, max = 1) double reliability,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    var more = Math.max(reliability, other);
    var less = Math.min(reliability, other);
    assertThat(ReliableChange.smallest(deviation, more))
        .isBetween(0d, ReliableChange.smallest(deviation, less));
    assertThat(ReliableChange.smallest(deviation + 1, reliability))
        .isGreaterThanOrEqualTo(ReliableChange.smallest(deviation, reliability));
    assertThat(ReliableChange.smallest(deviation, 1)).isZero();
  }

  @Property
  void theCutLiesBetweenTheTwoMeansAndNearerTheNarrower(
      @ForAll @DoubleRange(min = 10, max = 30) double clinical,
      @ForAll @DoubleRange(min = 0, max = 9) double general,
      @ForAll @DoubleRange(min = 0.1, max = 10) double wide,
      @ForAll @DoubleRange(min = 0.1, max = 10) double narrow) {
    var cut = ReliableChange.cut(clinical, wide, general, narrow);
    assertThat(cut).isBetween(general - 1e-9, clinical + 1e-9);
    assertThat(clinical - cut <= cut - general + 1e-9).isEqualTo(wide <= narrow + 1e-9);
  }

  private static Change change(Case one) {
    return Change.of(one.instrument(), one.first(), one.latest()).orElseThrow();
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(WITH_RELIABLE_CHANGE)
        .flatMap(
            it -> {
              var totals = Arbitraries.integers().between(it.lowest(), it.highest());
              return Combinators.combine(totals, totals)
                  .as((first, latest) -> new Case(it, first, latest));
            });
  }
}
