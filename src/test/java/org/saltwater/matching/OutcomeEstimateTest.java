package org.saltwater.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutcomeEstimateTest {
  @Test
  void theMoreCasesTheMoreOfTheirDifferenceIsKept() {
    assertThat(OutcomeEstimate.kept(5)).isCloseTo(.24, within(.005));
    assertThat(OutcomeEstimate.kept(15)).isCloseTo(.48, within(.005));
    assertThat(OutcomeEstimate.kept(50)).isCloseTo(.75, within(.005));
  }

  @Test
  void theEstimateLiesBetweenTheTherapistsMeanAndThatOfAll() {
    assertThat(new OutcomeEstimate(15, .5).shrunken(.1)).isCloseTo(.1 + .48 * .4, within(.002));
  }

  @Test
  void fewCasesAndUnsureOnesCountAsUsual() {
    assertThat(new OutcomeEstimate(14, 3).points(0)).isZero();
    // 15 cases keep .48; z = .48·ȳ / √(.058·.52), so .2 is not sure enough at .8 and .5 is.
    assertThat(new OutcomeEstimate(15, .2).points(0)).isZero();
    assertThat(new OutcomeEstimate(15, .5).points(0)).isEqualTo((byte) 48);
    assertThat(new OutcomeEstimate(15, -.5).points(0)).isEqualTo((byte) -48);
    assertThat(new OutcomeEstimate(500, 9).points(0)).isEqualTo((byte) 100);
  }

  @Property
  void noRecordMovesATherapistByMoreThanItsOwnDifference(
      @ForAll @IntRange(min = 1, max = 5_000) int n,
      @ForAll @DoubleRange(min = -3, max = 3) double mean,
      @ForAll @DoubleRange(min = -1, max = 1) double mu) {
    var estimate = new OutcomeEstimate(n, mean);
    assertThat(Math.abs(estimate.shrunken(mu) - mu)).isLessThanOrEqualTo(Math.abs(mean - mu));
    assertThat(estimate.points(mu)).isBetween((byte) -100, (byte) 100);
  }
}
