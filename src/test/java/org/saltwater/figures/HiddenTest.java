package org.saltwater.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saltwater.figures.Hidden.Count;
import org.saltwater.figures.Hidden.Split;

/// Nothing under ten is shown, and nothing under ten can be worked out.
class HiddenTest {
  @Test
  void aGroupThatIsTooSmallTakesAnotherWithItSoThatItCannotBeSubtracted() {
    var shown =
        Hidden.splits(
            List.of(Split.of("text", 40, 30), Split.of("video", 15, 12), Split.of("phone", 2, 3)));
    assertThat(shown)
        .containsExactly(Split.of("text", 40, 30), new Split(List.of("video", "phone"), 17, 15));
  }

  @Test
  void groupsThatAreTooSmallOneByOneMayBeLargeEnoughTogether() {
    assertThat(
            Hidden.splits(
                List.of(Split.of("a", 8, 20), Split.of("b", 20, 8), Split.of("c", 30, 30))))
        .containsExactly(Split.of("c", 30, 30), new Split(List.of("a", "b"), 28, 28));
  }

  @Test
  void whereAllTogetherIsTooSmallNothingIsShown() {
    assertThat(Hidden.splits(List.of(Split.of("a", 50, 4), Split.of("b", 20, 5)))).isEmpty();
    assertThat(Hidden.classes(List.of(Count.of("a", 4), Count.of("b", 5)))).isEmpty();
  }

  /// Nobody by phone is as telling as one.
  @Test
  void noneIsTooFewAsWell() {
    assertThat(Hidden.splits(List.of(Split.of("text", 40, 30), Split.of("phone", 0, 0))))
        .containsExactly(new Split(List.of("text", "phone"), 40, 30));
  }

  @Test
  void onlyNeighboursAmongOrderedClassesAreSaidInOneBreath() {
    assertThat(
            Hidden.classes(
                List.of(
                    Count.of("week", 20),
                    Count.of("fortnight", 3),
                    Count.of("month", 12),
                    Count.of("longer", 30))))
        .containsExactly(
            Count.of("week", 20),
            new Count(List.of("fortnight", "month"), 15),
            Count.of("longer", 30));
  }

  /// The share that is better is told by channel as well: from it and a class across the border, a
  /// small one could be worked out.
  @Test
  void aClassIsNeverPutTogetherAcrossBetterAndNotBetter() {
    assertThat(
            Hidden.halves(
                List.of(Count.of("recovered", 25), Count.of("improved", 5)),
                List.of(Count.of("unchanged", 25), Count.of("deteriorated", 12))))
        .containsExactly(
            new Count(List.of("recovered", "improved"), 30),
            Count.of("unchanged", 25),
            Count.of("deteriorated", 12));
    assertThat(
            Hidden.halves(
                List.of(Count.of("recovered", 5), Count.of("improved", 3)),
                List.of(Count.of("unchanged", 25), Count.of("deteriorated", 12))))
        .isEmpty();
  }

  @Test
  void whoIsAmongOthersIsToldOnlyIfTheRestIsTenOrMore() {
    assertThat(Hidden.mayShow(40, 40)).isTrue();
    assertThat(Hidden.mayShow(30, 40)).isTrue();
    assertThat(Hidden.mayShow(31, 40)).isFalse();
    assertThat(Hidden.mayShow(9, 40)).isFalse();
  }

  /// Every sum of some of the shown numbers, taken from the total or from another sum, is nothing
  // or
  /// at least ten.
  @Property
  void noNumberUnderTenCanBeWorkedOut(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 60) Integer> yes,
      @ForAll @Size(min = 8, max = 8) List<@IntRange(min = 0, max = 60) Integer> no) {
    var groups = new ArrayList<Split>();
    for (var i = 0; i < yes.size(); i++) {
      groups.add(Split.of("group " + i, yes.get(i), no.get(i)));
    }
    var shown = Hidden.splits(groups);
    if (shown.isEmpty()) {
      return;
    }
    assertThat(shown).flatExtracting(Split::groups).hasSameSizeAs(groups).doesNotHaveDuplicates();
    assertThat(shown.stream().mapToInt(Split::yes).sum())
        .isEqualTo(yes.stream().mapToInt(it -> it).sum());
    for (var some = 1; some < 1 << shown.size(); some++) {
      var sumOfYes = 0;
      var sumOfNo = 0;
      for (var i = 0; i < shown.size(); i++) {
        if ((some >> i & 1) == 1) {
          sumOfYes += shown.get(i).yes();
          sumOfNo += shown.get(i).no();
        }
      }
      assertThat(Math.min(sumOfYes, sumOfNo)).isGreaterThanOrEqualTo(10);
    }
  }

  @Property
  void noClassUnderTenIsShown(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 40) Integer> people) {
    var classes = new ArrayList<Count>();
    for (var i = 0; i < people.size(); i++) {
      classes.add(Count.of("class " + i, people.get(i)));
    }
    var shown = Hidden.classes(classes);
    assertThat(shown).allMatch(it -> it.people() >= 10);
    if (!shown.isEmpty()) {
      assertThat(shown.stream().mapToInt(Count::people).sum())
          .isEqualTo(people.stream().mapToInt(it -> it).sum());
    }
  }
}
