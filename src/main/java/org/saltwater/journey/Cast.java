package org.saltwater.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Two therapists who exist for this smoke test alone, signed in, with hours to offer.
///
/// @param first whom the client meets, in a short hour that begins soon
/// @param hour when it begins
/// @param second to whom the client changes
record Cast(Wire.SmokeTest test, Someone first, Instant hour, Someone second) {
  private static final long MINUTES = 10;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final List<String> EVERY_DAY =
      Stream.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
          .map(day -> day + " 08:00-20:00")
          .toList();

  static Cast of(Wire.SmokeTest test, Api visitor, Steps steps) {
    var first = signIn(test, 0, visitor, steps, "the first therapist signs in, with a code");
    var hour = soon(test.now());
    steps.run("and opens a short hour that begins soon", () -> open(first, hour));
    var second = signIn(test, 1, visitor, steps, "the second therapist signs in");
    steps.run("and opens hours on every day", () -> open(second));
    return new Cast(test, first, hour, second);
  }

  private static Someone signIn(
      Wire.SmokeTest test, int which, Api visitor, Steps steps, String what) {
    var therapist = test.therapists().get(which);
    return steps.take(
        what,
        () ->
            Someone.signedIn(
                visitor,
                therapist.email(),
                therapist.password(),
                OneTimeCode.of(therapist.secret(), test.now())));
  }

  /// A room opens ten minutes before its hour, so the journey need not wait. Hours end with the
  /// day, so shortly before midnight it is the next day's first.
  private static Instant soon(Instant now) {
    var start = now.truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.MINUTES);
    var end = start.plus(MINUTES, ChronoUnit.MINUTES);
    var day = LocalDate.ofInstant(end, ZoneOffset.UTC);
    return LocalDate.ofInstant(start, ZoneOffset.UTC).equals(day)
        ? start
        : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void open(Someone therapist, Instant hour) {
    var start = hour.atOffset(ZoneOffset.UTC);
    var hours =
        "extra %s %s-%s"
            .formatted(
                start.toLocalDate(), TIME.format(start), TIME.format(start.plusMinutes(MINUTES)));
    therapist
        .api()
        .put(
            "/api/v1/availability",
            new Wire.Availability("UTC", List.of(), List.of(hours), MINUTES, 0, 0));
  }

  private static void open(Someone therapist) {
    therapist
        .api()
        .put(
            "/api/v1/availability", new Wire.Availability("UTC", EVERY_DAY, List.of(), 50, 10, 60));
  }
}
