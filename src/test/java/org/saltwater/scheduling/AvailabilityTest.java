package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hours in, starts out, both as people write them.
@Tag("time")
class AvailabilityTest {
  /// The first of the dates begins the line's days; a week from there is asked for.
  @Test
  void hoursAreToldInANamedZoneOnly() {
    for (var odd : List.of("+05:17", "UTC+00:07", "Z")) {
      assertThatThrownBy(
              () ->
                  new Availability(
                      ZoneId.of(odd),
                      List.of(),
                      List.of(),
                      Availability.USUAL_LENGTH,
                      Availability.USUAL_BUFFER,
                      Availability.USUAL_NOTICE))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(Availability.closed(ZoneId.of(odd)).zone()).isEqualTo(ZoneId.of("UTC"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # an ordinary week
          2026-11-23; Mon 09:00-12:00 Europe/Berlin;                          Mon 09:00 | Mon 10:00 | Mon 11:00
          2026-11-23; Mon 09:00-10:00, Wed 20:00-24:00 Europe/Berlin;         Mon 09:00 | Wed 20:00 | Wed 21:00 | Wed 22:00 | Wed 23:00
          2026-11-23; Mon 09:00-10:30, Mon 10:30-12:00 Europe/Berlin;         Mon 09:00 | Mon 10:00 | Mon 11:00
          2026-11-23; Mon 09:00-09:45 Europe/Berlin;                          ''
          # dated changes
          2026-11-23; Mon 09:00-12:00, away 2026-11-23 10:00-11:00 Europe/Berlin;           Mon 09:00 | Mon 11:00
          2026-11-23; Mon 09:00-11:00, Tue 09:00-11:00, away 2026-11-20..2026-11-23 Europe/Berlin; Tue 09:00 | Tue 10:00
          2026-11-23; Mon 09:00-10:00, extra 2026-11-23 10:00-11:00 Europe/Berlin;          Mon 09:00 | Mon 10:00
          2026-11-23; extra 2026-11-26 18:00-20:00, away 2026-11-26 19:00-24:00 Europe/Berlin; Thu 18:00
          # clocks go forward: 02:00 to 03:00 does not exist
          2026-03-29; Sun 00:00-05:00 Europe/Berlin;      Sun 00:00 | Sun 01:00 | Sun 03:00 | Sun 04:00
          2026-03-29; Sun 02:00-03:00 Europe/Berlin;      ''
          2026-03-29; Sun 02:30-05:00 Europe/Berlin;      Sun 03:00 | Sun 04:00
          2026-03-29; Sun 00:30-02:00, Sun 02:15-05:00 Europe/Berlin; Sun 00:30 | Sun 01:30 | Sun 03:30
          # clocks go back: 02:00 to 03:00 happens twice
          2026-10-25; Sun 01:00-04:00 Europe/Berlin;      Sun 01:00 | Sun 02:00 | Sun 02:00 | Sun 03:00
          2026-10-25; Sun 02:00-03:00 Europe/Berlin;      Sun 02:00 | Sun 02:00
          # by half an hour, on Lord Howe Island
          2026-10-04; Sun 01:00-04:00 Australia/Lord_Howe; Sun 01:00 | Sun 02:30
          2026-04-05; Sun 01:00-03:00 Australia/Lord_Howe; Sun 01:00 | Sun 01:30
          # at midnight, so that a day begins at one
          2026-04-24; Fri 00:00-03:00 Africa/Cairo;       Fri 01:00 | Fri 02:00
          # Samoa left out a whole Friday when it crossed the date line
          2011-12-29; Thu 09:00-10:00, Fri 09:00-10:00, Sat 09:00-10:00 Pacific/Apia; Thu 09:00 | Sat 09:00
          """)
  void hoursHaveRoomForTheseStarts(LocalDate first, String hours, String starts) {
    var availability = PracticeCalendar.hours(hours);
    var from = first.atStartOfDay(availability.zone()).toInstant();
    assertThat(
            PracticeCalendar.times(
                availability.startsBetween(from, from.plus(Duration.ofDays(6))),
                Function.identity(),
                availability.zone()))
        .isEqualTo(starts);
  }

  @ParameterizedTest
  @CsvSource({"50, 10, 60", "50, 0, 60", "50, 15, 75", "45, 15, 60", "30, 0, 30", "25, 5, 30"})
  void startsLieOnAGridThatHasRoomForTheBuffer(int length, int buffer, int step) {
    var availability =
        Availability.closed(ZoneId.of("UTC"))
            .withTimes(Duration.ofMinutes(length), Duration.ofMinutes(buffer), Duration.ZERO);
    assertThat(availability.step()).isEqualTo(Duration.ofMinutes(step));
  }

  @ParameterizedTest
  @CsvSource({
    "Mon 12:00-09:00",
    "Mon 09:00-09:00",
    "Moon 09:00-10:00",
    "Mon 9-10",
    "Mon",
    "Mon 09:00-25:00",
    "Mon 09:00-10:00-11:00"
  })
  void hoursThatMakeNoSenseAreRefused(String text) {
    assertThatThrownBy(() -> WeeklyHours.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linesReadBackAsTheyWereWritten() {
    for (var line :
        new String[] {
          "away 2026-12-24",
          "away 2026-12-24..2027-01-02",
          "away 2026-12-24 09:00-12:00",
          "extra 2026-12-24 18:00-24:00"
        }) {
      assertThat(DatedChange.of(line)).hasToString(line);
    }
    assertThat(WeeklyHours.of("Sun 00:00-24:00")).hasToString("Sun 00:00-24:00");
  }
}
