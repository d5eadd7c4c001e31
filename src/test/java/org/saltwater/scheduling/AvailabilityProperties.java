package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// Around every kind of clock change on earth, compared minute by minute with what a person
/// standing before the clock would say.
@Tag("time")
class AvailabilityProperties {
  private static final Instant SINCE = Instant.parse("1995-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");
  private static final List<Moment> CHANGES = changes();

  /// A moment at which clocks somewhere are changed.
  record Moment(ZoneId zone, Instant instant) {}

  @Property(tries = 500)
  void aSlotLiesWhollyWithinLocalHours(
      @ForAll("moments") Moment around, @ForAll("weeks") Availability week) {
    var availability = in(around.zone(), week, around);
    for (var start : starts(availability, around)) {
      for (var minute = start;
          minute.isBefore(start.plus(availability.length()));
          minute = minute.plusSeconds(60)) {
        assertThat(isOpen(availability, minute)).as("%s in %s", minute, start).isTrue();
      }
    }
  }

  @Property(tries = 500)
  void slotsOfOneTherapistNeverOverlap(
      @ForAll("moments") Moment around, @ForAll("weeks") Availability week) {
    var availability = in(around.zone(), week, around);
    var starts = starts(availability, around);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(starts.get(i)).isAfterOrEqualTo(starts.get(i - 1).plus(availability.length()));
    }
  }

  @Property(tries = 500)
  void noSlotIsLost(@ForAll("moments") Moment around, @ForAll("weeks") Availability week) {
    var availability = in(around.zone(), week, around);
    var expected = new ArrayList<Instant>();
    for (var run : openRuns(availability, around)) {
      for (var start = run.start();
          !start.plus(availability.length()).isAfter(run.end());
          start = start.plus(availability.step())) {
        expected.add(start);
      }
    }
    assertThat(starts(availability, around)).isEqualTo(expected);
  }

  /// Found by [#noSlotIsLost]: the hour between the two lines is the one that clocks leave out.
  @Example
  void hoursThatTouchWhenClocksGoForwardAreOneStretch() {
    noSlotIsLost(
        new Moment(ZoneId.of("Africa/Casablanca"), Instant.parse("2012-04-29T02:00:00Z")),
        Availability.weekly(ZoneId.of("UTC"), "Sun 00:00-02:00", "Sun 02:15-16:45")
            .withTimes(Duration.ofMinutes(50), Duration.ofMinutes(30), Duration.ZERO));
  }

  @Property(tries = 500)
  void aSlotStaysWhereItIsWhicheverWindowIsAskedFor(
      @ForAll("moments") Moment around, @ForAll("weeks") Availability week) {
    var availability = in(around.zone(), week, around);
    var parts = new ArrayList<>(availability.startsBetween(from(around), around.instant()));
    parts.addAll(availability.startsBetween(around.instant(), to(around)));
    assertThat(parts).isEqualTo(starts(availability, around));
    assertThat(parts).allMatch(availability::offers);
  }

  @Provide
  Arbitrary<Moment> moments() {
    return Arbitraries.of(CHANGES);
  }

  @Provide
  Arbitrary<Availability> weeks() {
    var quarter = Arbitraries.integers().between(0, 95);
    var hours =
        Combinators.combine(quarter, quarter)
            .filter((a, b) -> a < b)
            .as(
                (a, b) ->
                    new Hours(LocalTime.of(a / 4, a % 4 * 15), LocalTime.of(b / 4, b % 4 * 15)));
    var wholeOrNot =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, hours),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(Hours.WHOLE_DAY)));
    var line =
        Combinators.combine(Arbitraries.of(DayOfWeek.class), wholeOrNot).as(WeeklyHours::new);
    // Dates are days after 1 January 1970, moved to the clock change once it is known.
    var date = Arbitraries.integers().between(-2, 2).map(LocalDate::ofEpochDay);
    Arbitrary<DatedChange> change =
        Arbitraries.oneOf(
            Combinators.combine(date, wholeOrNot)
                .as((day, it) -> new DatedChange.Away(day, day, it)),
            Combinators.combine(date, wholeOrNot).as(DatedChange.Extra::new));
    return Combinators.combine(
            line.list().ofMinSize(1).ofMaxSize(12),
            change.list().ofMaxSize(3),
            Arbitraries.of(10, 25, 50, 55, 90, 240),
            Arbitraries.of(0, 5, 10, 15, 30))
        .as(
            (weekly, changes, length, buffer) ->
                new Availability(
                    ZoneId.of("UTC"),
                    weekly,
                    changes,
                    Duration.ofMinutes(length),
                    Duration.ofMinutes(buffer),
                    Duration.ZERO));
  }

  private static Availability in(ZoneId zone, Availability it, Moment around) {
    var shift = LocalDate.ofInstant(around.instant(), zone).toEpochDay();
    var changes =
        it.changes().stream()
            .<DatedChange>map(
                change ->
                    switch (change) {
                      case DatedChange.Away away ->
                          new DatedChange.Away(
                              away.first().plusDays(shift),
                              away.last().plusDays(shift),
                              away.hours());
                      case DatedChange.Extra extra ->
                          new DatedChange.Extra(extra.date().plusDays(shift), extra.hours());
                    })
            .toList();
    return new Availability(zone, it.weekly(), changes, it.length(), it.buffer(), it.notice());
  }

  private static List<Instant> starts(Availability availability, Moment around) {
    return availability.startsBetween(from(around), to(around));
  }

  /// The start of the local day two days before, so that no stretch of hours is cut by the window.
  private static Instant from(Moment around) {
    return day(around, -2);
  }

  private static Instant to(Moment around) {
    return day(around, 3);
  }

  private static Instant day(Moment around, int days) {
    return LocalDate.ofInstant(around.instant(), around.zone())
        .plusDays(days)
        .atStartOfDay(around.zone())
        .toInstant();
  }

  /// What a person before the clock would say.
  private static boolean isOpen(Availability availability, Instant instant) {
    var local = LocalDateTime.ofInstant(instant, availability.zone());
    var away =
        availability.changes().stream()
            .anyMatch(
                it ->
                    it instanceof DatedChange.Away away1
                        && !local.toLocalDate().isBefore(away1.first())
                        && !local.toLocalDate().isAfter(away1.last())
                        && isWithin(away1.hours(), local.toLocalTime()));
    var extra =
        availability.changes().stream()
            .anyMatch(
                it ->
                    it instanceof DatedChange.Extra extra1
                        && extra1.date().equals(local.toLocalDate())
                        && isWithin(extra1.hours(), local.toLocalTime()));
    var weekly =
        availability.weekly().stream()
            .anyMatch(
                it ->
                    it.day() == local.getDayOfWeek() && isWithin(it.hours(), local.toLocalTime()));
    return !away && (weekly || extra);
  }

  private static boolean isWithin(Hours hours, LocalTime time) {
    return !time.isBefore(hours.from())
        && (hours.to().equals(LocalTime.MIDNIGHT) || time.isBefore(hours.to()));
  }

  /// Unbroken open minutes of one local date.
  private static List<Span> openRuns(Availability availability, Moment around) {
    var runs = new ArrayList<Span>();
    for (var minute = from(around); minute.isBefore(to(around)); minute = minute.plusSeconds(60)) {
      if (!isOpen(availability, minute)) {
        continue;
      }
      var next = minute.plusSeconds(60);
      var last = runs.isEmpty() ? null : runs.getLast();
      if (last != null
          && last.end().equals(minute)
          && date(availability, last.start()).equals(date(availability, minute))) {
        runs.set(runs.size() - 1, new Span(last.start(), next));
      } else {
        runs.add(new Span(minute, next));
      }
    }
    return runs;
  }

  private static LocalDate date(Availability availability, Instant instant) {
    return LocalDate.ofInstant(instant, availability.zone());
  }

  private static List<Moment> changes() {
    var moments = new ArrayList<Moment>();
    for (var name : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      var zone = ZoneId.of(name);
      var change = zone.getRules().nextTransition(SINCE);
      while (change != null && change.getInstant().isBefore(UNTIL)) {
        moments.add(new Moment(zone, change.getInstant()));
        change = zone.getRules().nextTransition(change.getInstant());
      }
    }
    return moments;
  }
}
