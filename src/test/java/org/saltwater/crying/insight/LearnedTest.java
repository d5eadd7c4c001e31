package org.saltwater.crying.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.crying.Author;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.EpisodeNote.Aftermath;
import org.saltwater.crying.EpisodeNote.Course;
import org.saltwater.crying.EpisodeNote.Felt;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Setting;
import org.saltwater.crying.WhoCried;
import org.saltwater.crying.insight.LookingBack.Split;
import org.saltwater.kernel.ClientId;

/// When something is told, of many and of one.
@Tag("crying")
class LearnedTest {
  private static final Instant NOW = Instant.parse("2026-11-30T03:50:00Z");
  private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void nothingIsToldOfFewerThanFiftyPeopleOrOfHoursWithoutADifference() {
    var fifty = World.of(50, 5, 5).planted(-1, .02).draw(3, false);
    var told = Learned.from(fifty, List.of(), NOW);
    assertThat(told.arms()).isPresent();
    assertThat(told.arms().orElseThrow().clients()).isEqualTo(50);
    assertThat(told.moderation()).isEmpty();

    var less = Learned.from(fifty.subList(0, 49), List.of(), NOW);
    assertThat(less.arms()).isEmpty();
    assertThat(less.enough()).isFalse();
    assertThat(less.clients()).contains(49);
    assertThat(Learned.from(fifty.subList(0, 9), List.of(), NOW).clients()).isEmpty();

    var shorter = new ArrayList<>(fifty);
    shorter.set(7, shortened(fifty.get(7)));
    assertThat(Learned.from(shorter, List.of(), NOW).clients()).contains(49);

    var nine = new ArrayList<Followed>();
    var left = 9;
    for (var person : fifty) {
      var both = Enough.withBoth(List.of(person)) == 1;
      nine.add(both && left-- <= 0 ? Hours.never(List.of(person)).getFirst() : person);
    }
    assertThat(Enough.withBoth(nine)).isEqualTo(9);
    assertThat(Learned.from(nine, List.of(), NOW).arms()).isEmpty();
  }

  @Test
  void ofRatedHoursSupportAndShameAreToldApartAndTheScalesMiddleDoesNotMatter() {
    var drawn = World.of(120, 6, 12).planted(-1, .02).moderated(-.5, .5).draw(4, true);
    var asRated =
        drawn.stream()
            .map(
                it ->
                    Hours.changed(
                        it,
                        h ->
                            h[1] > 0
                                ? new double[] {h[0], 1, h[2], h[3] + 6, h[4] + 4}
                                : new double[] {h[0], 0, h[2], 0, 0}))
            .toList();
    var told = Learned.from(asRated, asRated, NOW).moderation().orElseThrow();
    assertThat(told.bySupport().high()).isNegative();
    assertThat(told.byShame().low()).isPositive();

    var fewer = asRated.subList(0, 50);
    assertThat(Enough.isEnough(fewer)).isTrue();
    assertThat(Enough.withBoth(fewer.subList(0, 40))).isLessThan(Enough.WITH_BOTH_RATED);
    var none = Hours.never(asRated.subList(40, 120));
    var mixed = new ArrayList<>(fewer.subList(0, 40));
    mixed.addAll(none);
    assertThat(Learned.from(mixed, mixed, NOW).arms()).isPresent();
    assertThat(Learned.from(mixed, mixed, NOW).moderation()).isEmpty();
  }

  @Test
  void onesOwnMomentsArePutSideBySideFromFiveOn() {
    var noted = new ArrayList<CryingEpisode>();
    noted.add(moment(WhoCried.CLIENT, 3, 6, 8, 1));
    noted.add(moment(WhoCried.BOTH, 4, 7, 6, 2));
    noted.add(moment(WhoCried.CLIENT, 5, 5, 5, 7));
    noted.add(moment(WhoCried.CLIENT, 5, 3, 0, 9));
    noted.add(moment(WhoCried.THERAPIST, 2, 9, 9, 0));
    noted.add(moment(WhoCried.CLIENT, 2, null, 9, 0));
    var four = LookingBack.of(noted);
    assertThat(four.moments()).isEmpty();
    assertThat(four.aspects()).isEmpty();
    assertThat(four.after()).isEqualTo(new Split(0, 0, 0));

    noted.add(moment(WhoCried.CLIENT, 6, 8, 10, 3));
    var five = LookingBack.of(noted);
    assertThat(five.moments()).contains(5);
    assertThat(five.after()).isEqualTo(new Split(3, 1, 1));
    var supported = five.aspects().getFirst();
    assertThat(supported.aspect()).isEqualTo(Aspect.SUPPORTED);
    assertThat(supported.there())
        .as("six of ten is much, five is not")
        .isEqualTo(new Split(3, 0, 0));
    assertThat(supported.not()).isEqualTo(new Split(0, 1, 1));
    assertThat(five.aspects().get(1).isTooFew()).as("nobody said").isTrue();
  }

  private static CryingEpisode moment(
      WhoCried who, int before, Integer after, int supported, int ashamed) {
    var note =
        new EpisodeNote(
            THEN,
            who,
            Setting.ALONE,
            null,
            null,
            null,
            Course.NOTHING,
            new Felt(null, supported, null, ashamed),
            Aftermath.NOTHING,
            "",
            false);
    return new CryingEpisode(
        EpisodeId.random(),
        ClientId.random(),
        Author.CLIENT,
        THEN,
        note,
        after == null
            ? Map.of(MoodMoment.BEFORE, before)
            : Map.of(MoodMoment.BEFORE, before, MoodMoment.AFTER_90, after),
        Optional.empty());
  }

  private static Followed shortened(Followed person) {
    var hours = person.stretches().getFirst().hours();
    return new Followed(List.of(new Stretch(0, java.util.Arrays.copyOf(hours, 4))));
  }
}
