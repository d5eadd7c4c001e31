package org.saltwater.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// When a therapist can be met. Hours are what the clock on the therapist's wall shows, so 09:00
/// stays 09:00 when clocks change.
///
/// @param zone where the therapist's clock runs
/// @param length of a session, in whole minutes
/// @param buffer kept free between two appointments, in whole minutes
/// @param notice the least time between booking and meeting
public record Availability(
    ZoneId zone,
    List<WeeklyHours> weekly,
    List<DatedChange> changes,
    Duration length,
    Duration buffer,
    Duration notice) {

  /// Twelve stretches a day. Every search goes through all of them.
  public static final int MOST_WEEKLY = 84;

  /// A change for every day of a year, and some.
  public static final int MOST_CHANGES = 400;

  public static final Duration USUAL_LENGTH = Duration.ofMinutes(50);
  public static final Duration USUAL_BUFFER = Duration.ofMinutes(10);
  public static final Duration USUAL_NOTICE = Duration.ofHours(12);

  /// Starts lie a multiple of this apart, so that people meet at 10:15 rather than 10:05.
  private static final Duration GRID = Duration.ofMinutes(15);

  /// Only zones with a name that people use have an offset that is a whole number of quarters of an
  /// hour, as [GRID] and the roster of matching need it.
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /// @throws IllegalArgumentException if the zone is no named one, the length is not 10 minutes to
  ///     4 hours, the buffer not 0 to 2 hours, the notice not 0 to 14 days, or there are more lines
  ///     than anyone works by
  public Availability {
    if (!isZone(zone.getId())) {
      throw new IllegalArgumentException("not a named zone");
    }
    weekly = List.copyOf(weekly);
    changes = List.copyOf(changes);
    if (weekly.size() > MOST_WEEKLY || changes.size() > MOST_CHANGES) {
      throw new IllegalArgumentException("too many lines");
    }
    within(length, Duration.ofMinutes(10), Duration.ofHours(4));
    within(buffer, Duration.ZERO, Duration.ofHours(2));
    within(notice, Duration.ZERO, Duration.ofDays(14));
  }

  /// Whether hours may be told in this zone: one with a name, such as `Europe/Berlin`.
  public static boolean isZone(String id) {
    return ZONES.contains(id);
  }

  /// Nothing offered yet, with the usual length, buffer and notice.
  public static Availability closed(ZoneId zone) {
    var named = isZone(zone.getId()) ? zone : ZoneId.of("UTC");
    return new Availability(named, List.of(), List.of(), USUAL_LENGTH, USUAL_BUFFER, USUAL_NOTICE);
  }

  /// The usual length, buffer and notice.
  ///
  /// @param weekly lines such as `Mon 09:00-12:00`
  public static Availability weekly(ZoneId zone, String... weekly) {
    return closed(zone).withWeekly(List.of(weekly).stream().map(WeeklyHours::of).toList());
  }

  public Availability withWeekly(List<WeeklyHours> other) {
    return new Availability(zone, other, changes, length, buffer, notice);
  }

  public Availability withChanges(List<DatedChange> other) {
    return new Availability(zone, weekly, other, length, buffer, notice);
  }

  public Availability withTimes(Duration newLength, Duration newBuffer, Duration newNotice) {
    return new Availability(zone, weekly, changes, newLength, newBuffer, newNotice);
  }

  /// Starts of all sessions that the hours have room for, in order, whether or not they are booked.
  /// They never depend on what is booked or on the window asked for, so a time once seen stays
  /// where it was.
  ///
  /// @param from the first start that counts
  /// @param to starts before this count
  public List<Instant> startsBetween(Instant from, Instant to) {
    var starts = new ArrayList<Instant>();
    var end = LocalDate.ofInstant(to, zone);
    for (var date = LocalDate.ofInstant(from, zone); !date.isAfter(end); date = date.plusDays(1)) {
      for (var piece : piecesOn(date)) {
        addStarts(piece, from, to, starts);
      }
    }
    // On a night when clocks go back over midnight, a date's second piece follows the next date's
    // first.
    starts.sort(null);
    return starts;
  }

  /// Whether a session may start then as far as the hours go.
  public boolean offers(Instant start) {
    return startsBetween(start, start.plusNanos(1)).contains(start);
  }

  /// Whether the hours, as they are now, hold this time from start to end.
  public boolean covers(Instant start, Instant end) {
    var date = LocalDate.ofInstant(start, zone);
    return piecesOn(date).stream()
        .anyMatch(piece -> !start.isBefore(piece.start()) && !end.isAfter(piece.end()));
  }

  /// The hours of one date as they are offered, weekly and dated changes together.
  public List<Hours> hoursOn(LocalDate date) {
    return openOn(date).stream()
        .map(open -> new Hours(open.from().toLocalTime(), open.to().toLocalTime()))
        .toList();
  }

  /// From the start of one session to the start of the next.
  Duration step() {
    var least = length.plus(buffer).toMinutes();
    var grid = GRID.toMinutes();
    return Duration.ofMinutes((least + grid - 1) / grid * grid);
  }

  /// The hours on one date, as the wall shows them; each stretch stands by itself.
  List<WallSpan> openOn(LocalDate date) {
    var open = new ArrayList<WallSpan>();
    for (var line : weekly) {
      if (line.day() == date.getDayOfWeek()) {
        open.add(line.hours().on(date));
      }
    }
    var cuts = new ArrayList<WallSpan>();
    for (var change : changes) {
      switch (change) {
        case DatedChange.Extra extra when extra.date().equals(date) ->
            open.add(extra.hours().on(date));
        case DatedChange.Away away
            when !date.isBefore(away.first()) && !date.isAfter(away.last()) ->
            cuts.add(away.hours().on(date));
        default -> {}
      }
    }
    var left = WallSpan.merged(open);
    for (var cut : cuts) {
      left = left.stream().flatMap(span -> span.without(cut).stream()).toList();
    }
    return left;
  }

  /// The real time of one date's hours. Hours written apart are one piece where nothing lies
  // between
  /// them: 00:00-02:00 and 03:00-05:00 touch on the night when clocks go from two to three.
  private List<Span> piecesOn(LocalDate date) {
    return Span.joined(openOn(date).stream().flatMap(open -> open.in(zone).stream()).toList());
  }

  private void addStarts(Span piece, Instant from, Instant to, List<Instant> starts) {
    var step = step();
    for (var start = piece.start();
        start.isBefore(to) && !start.plus(length).isAfter(piece.end());
        start = start.plus(step)) {
      if (!start.isBefore(from)) {
        starts.add(start);
      }
    }
  }

  private static void within(Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException("outside " + least + " to " + most);
    }
  }
}
