package org.saltwater.scheduling.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.scheduling.Hours;
import org.saltwater.site.Page;

/// One week of a therapist, Monday to Sunday.
///
/// @param zone where the therapist's hours are told
/// @param hasHours whether any hours were ever offered
/// @param next the first appointment still to come, in whichever week
public record CalendarView(
    ZoneId zone,
    LocalDate monday,
    boolean isThisWeek,
    boolean hasHours,
    List<Day> days,
    @Nullable CalendarEntry next,
    String done) {

  /// @param free how many times could still be booked
  public record Day(
      LocalDate date, boolean isToday, List<Hours> hours, List<CalendarEntry> entries, int free) {

    public String name(Page page) {
      return DateTimeFormatter.ofPattern("EEE d MMM", page.words().locale()).format(date);
    }

    public String hoursText() {
      return HoursText.write(hours);
    }
  }

  public String title(Page page) {
    var from = DateTimeFormatter.ofPattern("d MMMM", page.words().locale()).format(monday);
    var to =
        DateTimeFormatter.ofPattern("d MMMM yyyy", page.words().locale())
            .format(monday.plusDays(6));
    return page.say("scheduling.calendar.week", from, to);
  }

  public String weekBefore() {
    return "/calendar?week=" + monday.minusWeeks(1);
  }

  public String weekAfter() {
    return "/calendar?week=" + monday.plusWeeks(1);
  }

  public String zoneName() {
    return zone.getId().replace('_', ' ');
  }
}
