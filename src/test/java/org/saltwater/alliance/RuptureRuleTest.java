package org.saltwater.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.alliance.RuptureRule.Said;

/// The rule at its edges. Hours are written as ratings in twelfths of a step: `36` an hour rated
/// three of four, `36!` one in which something felt wrong, `!` only that, `-` one without an
// answer.
@Tag("progress")
class RuptureRuleTest {
  /// Mean 36, standard deviation of the sample 12.
  private static final String EARLIER = "24 36 48 ";

  @Test
  void aFallOfExactlyOneDeviationIsNoneAndTheSmallestStepMoreIsOne() {
    assertThat(read(EARLIER + "24")).isEmpty();
    assertThat(read(EARLIER + "23")).isEqualTo("3 open");
  }

  @Test
  void twoEarlierRatingsAreTooFewAndAnHourWithoutAnAnswerIsNone() {
    assertThat(read("48 48 0")).isEmpty();
    assertThat(read("48 - 48 0")).isEmpty();
    assertThat(read("48 - 48 48 0")).isEqualTo("4 open");
  }

  @Test
  void someoneWhoAlwaysRatedTheSameIsNoticedAtTheSmallestFall() {
    assertThat(read("48 48 48 48")).isEmpty();
    assertThat(read("48 48 48 45")).isEqualTo("3 open");
  }

  @Test
  void whateverFeltWrongIsNoticedFromTheFirstHourOn() {
    assertThat(read("48!")).isEqualTo("0 open");
    assertThat(read("!")).isEqualTo("0 open");
    assertThat(read(EARLIER + "48!")).isEqualTo("3 open");
  }

  @Test
  void backWithinHalfADeviationIsRepairedAndTheSmallestStepShortOfItIsNot() {
    assertThat(read(EARLIER + "12 30")).isEqualTo("3 repaired 4");
    assertThat(read(EARLIER + "12 29")).isEqualTo("3 open");
  }

  @Test
  void theThirdHourCanRepairAndTheFourthIsTooLate() {
    assertThat(read(EARLIER + "12 20 20 36")).contains("3 repaired 6");
    assertThat(read(EARLIER + "12 20 20 20 36")).contains("3 not-repaired 6");
    assertThat(read(EARLIER + "12 - - -")).isEqualTo("3 not-repaired 6");
    assertThat(read(EARLIER + "12 - -")).isEqualTo("3 open");
  }

  @Test
  void anHourInWhichSomethingFeltWrongAgainRepairsNothing() {
    assertThat(read(EARLIER + "12 48!")).isEqualTo("3 open, 4 open");
    assertThat(read(EARLIER + "12 48! 48")).isEqualTo("3 repaired 5, 4 repaired 5");
  }

  @Test
  void withoutAMeanOfTheirOwnAnyRatedHourWithNothingWrongIsBack() {
    assertThat(read("24! 12")).isEqualTo("0 repaired 1");
    assertThat(read("24! - -")).isEqualTo("0 open");
  }

  @Test
  void aRatingIsTheMeanOfWhateverWasRated() {
    var three =
        new CheckIn(Map.of(Item.FELT_HEARD, 4, Item.GOALS_AGREED, 4, Item.WAY_SUITS, 3), "");
    assertThat(three.twelfths()).hasValue(44);
    assertThat(three.mean().orElseThrow()).isEqualTo(11d / 3, offset(1e-12));
    assertThat(CheckIn.NOTHING.twelfths()).isEmpty();
    assertThat(three.isLow()).isFalse();
    assertThat(new CheckIn(Map.of(Item.FELT_HEARD, 2), "").isLow()).isFalse();
    assertThat(new CheckIn(Map.of(Item.FELT_HEARD, 2, Item.WAY_SUITS, 1), "").isLow()).isTrue();
    assertThat(CheckIn.NOTHING.isLow()).isFalse();
  }

  private static String read(String hours) {
    return RuptureRule.read(said(hours)).stream()
        .map(
            it ->
                it.hour()
                    + " "
                    + it.outcome().code()
                    + (it.settledIn().isPresent() ? " " + it.settledIn().getAsInt() : ""))
        .collect(Collectors.joining(", "));
  }

  private static List<Said> said(String hours) {
    return Arrays.stream(hours.strip().split(" ")).map(RuptureRuleTest::one).toList();
  }

  private static Said one(String hour) {
    var rating = hour.replace("!", "").replace("-", "");
    return new Said(
        rating.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(rating)),
        hour.endsWith("!"));
  }
}
