package org.saltwater.crying.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/// What holds for any course of practice.
@Tag("crying")
class LadderRuleProperties {
  @Example
  void aStepHasSettledAsTheseVectorsSay() {
    assertThat(settled("60 90 70")).as("once is not enough").isFalse();
    assertThat(settled("60 90 70", "60 63 60")).as("thirty percent, and no harder after").isTrue();
    assertThat(settled("60 90 70", "60 64 60")).as("not quite thirty percent").isFalse();
    assertThat(settled("60 90 70", "50 60 55")).as("harder after than before").isFalse();
    assertThat(settled("60 90 70", "10 20 5", "60 80 60")).as("the newest counts").isFalse();
    assertThat(settled("5 10 5", "5 10 5")).as("little from the beginning").isTrue();
    assertThat(settled("0 0 0", "0 21 0")).as("more than little").isFalse();
    assertThat(settled("40 30 20", "28 10 20"))
        .as("a hardest moment given lower than the others is the highest of the three")
        .isTrue();
  }

  @Property
  void whatLiesBetweenTheFirstAndTheNewestChangesNothing(
      @ForAll("courses") List<Discomfort> courses, @ForAll Random chance) {
    if (courses.size() < 2) {
      assertThat(SettlingRule.hasSettled(courses)).isFalse();
      return;
    }
    var middle = new ArrayList<>(courses.subList(1, courses.size() - 1));
    Collections.shuffle(middle, chance);
    middle.addFirst(courses.getFirst());
    middle.addLast(courses.getLast());
    assertThat(SettlingRule.hasSettled(middle)).isEqualTo(SettlingRule.hasSettled(courses));
    assertThat(SettlingRule.hasSettled(List.of(courses.getFirst(), courses.getLast())))
        .isEqualTo(SettlingRule.hasSettled(courses));
  }

  @Property
  void anEasierNewestTimeNeverUndoesIt(
      @ForAll("courses") List<Discomfort> courses, @ForAll @IntRange(max = 100) int less) {
    if (!SettlingRule.hasSettled(courses)) {
      return;
    }
    var newest = courses.getLast();
    var easier = new ArrayList<>(courses.subList(0, courses.size() - 1));
    var after = Math.min(newest.after(), Math.max(0, newest.before() - less));
    easier.add(
        new Discomfort(
            Math.max(after, newest.before() - less), Math.max(0, newest.peak() - less), after));
    assertThat(SettlingRule.hasSettled(easier)).isTrue();
  }

  @Property
  void practicePausesIfAndOnlyIfTwiceTheMoodWasLowerNinetyMinutesLater(
      @ForAll("moods") List<PauseRule.Course> moods, @ForAll Random chance) {
    var lower =
        moods.stream()
            .filter(it -> it.before().isPresent() && it.afterNinetyMinutes().isPresent())
            .filter(it -> it.afterNinetyMinutes().getAsInt() < it.before().getAsInt())
            .count();
    assertThat(PauseRule.asksForAPause(moods)).isEqualTo(lower >= 2);
    var otherwise = new ArrayList<>(moods);
    Collections.shuffle(otherwise, chance);
    assertThat(PauseRule.asksForAPause(otherwise))
        .as("they need not follow each other")
        .isEqualTo(lower >= 2);
  }

  @Example
  void aStateBecomesOnlyWhatItCan() {
    assertThat(next(LadderState.values(), LadderState.OFFERED)).containsExactly("UNDER_WAY");
    assertThat(next(LadderState.values(), LadderState.UNDER_WAY)).containsExactly("PAUSED");
    assertThat(next(LadderState.values(), LadderState.PAUSED)).containsExactly("UNDER_WAY");

    assertThat(RepetitionState.PLANNED.canBecome(RepetitionState.UNDER_WAY)).isTrue();
    assertThat(RepetitionState.PLANNED.canBecome(RepetitionState.GIVEN_UP)).isTrue();
    assertThat(RepetitionState.UNDER_WAY.canBecome(RepetitionState.ENDED)).isTrue();
    assertThat(RepetitionState.ENDED.canBecome(RepetitionState.NOTED)).isTrue();
    assertThat(
            Arrays.stream(RepetitionState.values())
                .flatMap(from -> Arrays.stream(RepetitionState.values()).filter(from::canBecome))
                .count())
        .as("and nothing else")
        .isEqualTo(4);

    assertThat(StepState.LAID_ASIDE.canBecome(StepState.TAKEN)).isTrue();
    assertThat(StepState.TAKEN.canBecome(StepState.PROPOSED)).isFalse();
    assertThat(StepState.LAID_ASIDE.canBecome(StepState.PROPOSED)).isFalse();
  }

  @Example
  void afterARiskAnswerOnlyATalkOpensItAgain() {
    assertThat(PauseCause.RISK.canEndBy(Resumption.BY_MYSELF)).isFalse();
    assertThat(PauseCause.RISK.canEndBy(Resumption.TALKED)).isTrue();
    assertThat(PauseCause.MOOD.canEndBy(Resumption.BY_MYSELF)).isTrue();
    assertThat(PauseCause.MOOD.canEndBy(Resumption.TALKED)).isTrue();
  }

  @Example
  void aLinkIsAWholeHttpsAddressOrNone() {
    for (var good : List.of("", "https://example.org/song?x=1", "HTTPS://example.org")) {
      assertThat(new Prompt(Prompt.Kind.MUSIC, "", good).problems()).as(good).isEmpty();
    }
    for (var bad :
        List.of(
            "http://example.org",
            "javascript:alert(1)",
            "https://",
            "https://name:word@example.org",
            "//example.org",
            "example.org",
            "data:text/html,x",
            "https://exa mple.org")) {
      assertThat(new Prompt(Prompt.Kind.MUSIC, "", bad).problems()).as(bad).isNotEmpty();
    }
    assertThat(new Prompt(Prompt.Kind.MEMORY, "the garden", "javascript:alert(1)").tidied().link())
        .as("a memory has no link")
        .isEmpty();
  }

  @Provide
  Arbitrary<List<Discomfort>> courses() {
    var value = Arbitraries.integers().between(0, 100);
    return Combinators.combine(value, value, value).as(Discomfort::new).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<PauseRule.Course>> moods() {
    var value =
        Arbitraries.integers()
            .between(-1, 10)
            .map(it -> it < 0 ? OptionalInt.empty() : OptionalInt.of(it));
    return Combinators.combine(value, value).as(PauseRule.Course::new).list().ofMaxSize(6);
  }

  private static List<String> next(LadderState[] all, LadderState from) {
    return Arrays.stream(all).filter(from::canBecome).map(Enum::name).toList();
  }

  /// Before, hardest moment and after of each time.
  private static boolean settled(String... times) {
    return SettlingRule.hasSettled(
        Arrays.stream(times)
            .map(it -> Arrays.stream(it.split(" ")).mapToInt(Integer::parseInt).toArray())
            .map(it -> new Discomfort(it[0], it[1], it[2]))
            .toList());
  }
}
