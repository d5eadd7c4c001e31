package org.saltwater.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.saltwater.figures.Case.Hour;
import org.saltwater.figures.Case.Kept;
import org.saltwater.figures.Report.Line;
import org.saltwater.figures.Report.Section;
import org.saltwater.kernel.Modality;
import org.saltwater.measures.Instruments;

class CountingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");
  private static final int TODAY = Gathering.day(NOW);
  private static final Instruments instruments = new Instruments();

  @Test
  void aChangeCountsOnlyIfItIsReliable() {
    var cases = new ArrayList<Case>();
    cases.addAll(times(12, measured(15, 6)));
    cases.addAll(times(11, measured(24, 18)));
    cases.addAll(times(20, measured(15, 10)));
    cases.addAll(times(13, measured(9, 15)));
    var outcome = section(count(cases), "outcome", "phq-9");
    assertThat(outcome.lines())
        .containsExactly(
            Line.of(List.of("class.recovered"), 12, 56),
            Line.of(List.of("class.improved"), 11, 56),
            Line.of(List.of("class.unchanged"), 20, 56),
            Line.of(List.of("class.deteriorated"), 13, 56));
    assertThat(outcome.figures().getFirst().value())
        .isCloseTo((12 * 9 + 11 * 6 + 20 * 5 - 13 * 6) / 56., within(1e-9));
  }

  @Test
  void fewerThanTenPeopleMakeNoReport() {
    var report = count(times(9, measured(15, 6)));
    assertThat(report.people()).isEmpty();
    assertThat(report.sections()).isEmpty();
  }

  @Test
  void whoMissedTheLastHourBookedStoppedAndWhoHasOneComingDidNot() {
    var cases = new ArrayList<Case>();
    cases.addAll(times(10, course(Kept.HELD, true, false)));
    cases.addAll(times(12, course(Kept.MISSED_BY_CLIENT, false, false)));
    cases.addAll(times(15, course(Kept.MISSED_BY_CLIENT, false, true)));
    assertThat(section(count(cases), "stopped", "").lines())
        .containsExactly(Line.of(List.of("channel.VIDEO"), 12, 22));
  }

  @Test
  void waitsAreFromTheQuestionnaireToTheFirstHourHeld() {
    var cases = new ArrayList<Case>();
    for (var day = 1; day <= 20; day++) {
      cases.add(waiting(day));
    }
    var wait = section(count(cases), "wait", "");
    assertThat(wait.figures()).extracting(it -> it.value()).containsExactly(5., 10., 15.);
    assertThat(wait.lines())
        .as("seven, seven, six and none: all in one, which tells nothing")
        .isEmpty();
  }

  /// Wilson 1927; the values are those of the worked example in Newcombe 1998, Stat Med 17:857.
  @Test
  void sharesHaveWilsonsInterval() {
    var share = Interval.ofShare(81, 263);
    assertThat(share.low()).isCloseTo(.2553, within(5e-5));
    assertThat(share.high()).isCloseTo(.3662, within(5e-5));
    var none = Interval.ofShare(0, 20);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(.1611, within(5e-5));
  }

  @Property(tries = 200)
  void noLineOfAnyReportStandsForFewerThanTen(@ForAll @LongRange(min = 0) long seed) {
    var random = new java.util.SplittableRandom(seed);
    var cases = new ArrayList<Case>();
    for (var i = random.nextInt(300); i > 0; i--) {
      cases.add(drawn(random));
    }
    var report = count(cases);
    for (var section : report.sections()) {
      section.people().ifPresent(people -> assertThat(people).isGreaterThanOrEqualTo(10));
      for (var line : section.lines()) {
        assertThat(line.count()).isGreaterThanOrEqualTo(10);
        if (line.count() < line.of()) {
          assertThat(line.of() - line.count()).isGreaterThanOrEqualTo(10);
        }
      }
      if (section.isHidden()) {
        assertThat(section.lines()).isEmpty();
        assertThat(section.figures()).isEmpty();
      }
    }
  }

  @Property(tries = 300)
  void aCaseIsReadAsItWasWritten(@ForAll @LongRange(min = 0) long seed) {
    var it = drawn(new java.util.SplittableRandom(seed));
    assertThat(CaseBytes.read(CaseBytes.write(it))).isEqualTo(it);
  }

  private static Report count(List<Case> cases) {
    return Counting.count(instruments.list(), cases, NOW);
  }

  private static Section section(Report report, String key, String instrument) {
    return report.sections().stream()
        .filter(it -> it.key().equals(key) && it.instrument().equals(instrument))
        .findFirst()
        .orElseThrow();
  }

  private static List<Case> times(int count, Case it) {
    return java.util.Collections.nCopies(count, it);
  }

  private static Case measured(int first, int last) {
    var series = new Series("phq-9", new int[] {TODAY - 80, TODAY - 10}, new int[] {first, last});
    return of(TODAY - 80, List.of(series), List.of(held(TODAY - 70)), false, true);
  }

  private static Case course(Kept last, boolean ended, boolean coming) {
    return of(
        TODAY - 80,
        List.of(),
        List.of(held(TODAY - 70), new Hour(TODAY - 40, Modality.VIDEO, last)),
        ended,
        coming);
  }

  private static Case waiting(int days) {
    return of(TODAY - 80, List.of(), List.of(held(TODAY - 80 + days)), false, true);
  }

  private static Hour held(int day) {
    return new Hour(day, Modality.VIDEO, Kept.HELD);
  }

  private static Case of(
      int asked, List<Series> measured, List<Hour> hours, boolean ended, boolean coming) {
    return new Case(asked, "LOW_MOOD", "en", "DE", 0, 0, measured, hours, List.of(), ended, coming);
  }

  static Case drawn(RandomGenerator random) {
    var hours = new ArrayList<Hour>();
    var day = TODAY - 84;
    for (var i = random.nextInt(12); i > 0; i--) {
      day += 1 + random.nextInt(7);
      hours.add(
          new Hour(
              day,
              Modality.values()[random.nextInt(3)],
              random.nextInt(5) > 0 ? Kept.HELD : Kept.values()[random.nextInt(4)]));
    }
    var measured = new ArrayList<Series>();
    for (var instrument : List.of("phq-9", "gad-7")) {
      var size = random.nextInt(12);
      if (size > 0) {
        var days = new int[size];
        var values = new int[size];
        for (var i = 0; i < size; i++) {
          days[i] = TODAY - 84 + 7 * i;
          values[i] = random.nextInt(22);
        }
        measured.add(new Series(instrument, days, values));
      }
    }
    var wishes = random.nextInt(4);
    return new Case(
        TODAY - 90,
        random.nextBoolean() ? "LOW_MOOD" : "SLEEP",
        "en",
        random.nextInt(3) == 0 ? "AT" : "DE",
        wishes,
        wishes == 0 ? 0 : random.nextInt(wishes + 1),
        measured,
        hours,
        random.nextInt(4) == 0 ? List.of(TODAY - 40) : List.of(),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0);
  }
}
