package org.saltwater.scheduling;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Calendars of a small practice, written and read the way people speak of them. It is Monday,
/// 23 November 2026, 09:00 in Berlin.
///
/// Hours: `Mon 09:00-12:00, Tue 14:00-16:00 Europe/Berlin`, with `extra 2026-11-25 18:00-20:00` or
/// `away 2026-11-24` among the lines. Times: `Mon 10:00`, in the therapist's zone, this week.
final class PracticeCalendar {
  private static final Pattern HOURS = Pattern.compile("(.*) (\\S+)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  final DataSource database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final List<Object> events = new CopyOnWriteArrayList<>();
  final JdbcClient jdbc = JdbcClient.create(database);
  final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  final Availabilities availabilities =
      new Availabilities(new JdbcTemplate(database), transaction, events::add);
  final AppointmentRows rows = new AppointmentRows(jdbc);
  final Slots slots = new Slots(availabilities, rows, clock);
  private final Turns turns = new Turns(jdbc);
  final Appointments appointments =
      new Appointments(
          rows,
          new Holds(new HoldRows(jdbc), turns, availabilities, clock),
          turns,
          transaction,
          events::add,
          clock);

  private final Map<String, TherapistId> therapists = new ConcurrentHashMap<>();
  private final Map<String, ClientId> clients = new ConcurrentHashMap<>();

  /// 50 minutes, 10 between, no notice.
  static Availability hours(String text) {
    var matcher = HOURS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    var weekly = new ArrayList<WeeklyHours>();
    var changes = new ArrayList<DatedChange>();
    for (var line : matcher.group(1).split(", ", -1)) {
      if (line.startsWith("away") || line.startsWith("extra")) {
        changes.add(DatedChange.of(line));
      } else {
        weekly.add(WeeklyHours.of(line));
      }
    }
    return Availability.closed(ZoneId.of(matcher.group(2)))
        .withWeekly(weekly)
        .withChanges(changes)
        .withTimes(Availability.USUAL_LENGTH, Availability.USUAL_BUFFER, Duration.ZERO);
  }

  PracticeCalendar offers(String therapist, String hours) {
    availabilities.set(therapist(therapist), hours(hours));
    return this;
  }

  TherapistId therapist(String name) {
    return therapists.computeIfAbsent(name, it -> TherapistId.random());
  }

  ClientId client(String name) {
    return clients.computeIfAbsent(name, it -> ClientId.random());
  }

  Instant time(String therapist, String text) {
    var zone = availabilities.get(therapist(therapist)).zone();
    var day =
        List.of(DayOfWeek.values()).stream()
            .filter(it -> it.name().startsWith(text.substring(0, 3).toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow();
    var date = LocalDate.ofInstant(TestClock.START, zone).with(TemporalAdjusters.nextOrSame(day));
    return date.atTime(LocalTime.parse(text.substring(4))).atZone(zone).toInstant();
  }

  Appointment hold(String client, String therapist, String time) {
    return appointments.hold(
        client(client), therapist(therapist), time(therapist, time), Modality.VIDEO);
  }

  Appointment book(String client, String therapist, String time) {
    return appointments.confirm(hold(client, therapist, time).id(), client(client));
  }

  /// Free times of the coming seven days, in the therapist's zone.
  String free(String therapist) {
    var zone = availabilities.get(therapist(therapist)).zone();
    return times(
        slots.listFree(
            therapist(therapist), clock.instant(), clock.instant().plus(Duration.ofDays(7))),
        Slot::start,
        zone);
  }

  static <T> String times(List<T> all, Function<T, Instant> start, ZoneId zone) {
    return all.stream()
        .map(it -> TIME.format(start.apply(it).atZone(zone)))
        .collect(joining(" | "));
  }
}
