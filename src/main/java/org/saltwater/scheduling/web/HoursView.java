package org.saltwater.scheduling.web;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.DatedChange;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.site.Page;
import org.saltwater.site.Zones;

/// What the page of hours shows.
///
/// @param saved what has just been done: `hours`, `change`, `removed` or empty
/// @param changes those still to come
/// @param outside appointments that lie outside the hours as they are now
public record HoursView(
    HoursForm form,
    FormErrors errors,
    ChangeForm change,
    FormErrors changeErrors,
    String saved,
    List<DatedChange> changes,
    List<Appointment> outside,
    ZoneId zone) {

  public List<DayOfWeek> days() {
    return List.of(DayOfWeek.values());
  }

  public String dayName(Page page, DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, page.words().locale());
  }

  public List<Option> zones() {
    return Zones.around(zone);
  }

  /// Such as "Thursday 24 December to Saturday 2 January, 09:00–12:00".
  public String describe(Page page, DatedChange change) {
    return switch (change) {
      case DatedChange.Away away when away.last().equals(away.first()) ->
          page.say(
              "scheduling.change.away-day",
              date(page, away.first()),
              hours(page, away.hours().isWholeDay(), away));
      case DatedChange.Away away ->
          page.say(
              "scheduling.change.away-days",
              date(page, away.first()),
              date(page, away.last()),
              hours(page, away.hours().isWholeDay(), away));
      case DatedChange.Extra extra ->
          page.say(
              "scheduling.change.extra-day",
              date(page, extra.date()),
              HoursText.write(extra.hours()));
    };
  }

  private static String hours(Page page, boolean wholeDay, DatedChange.Away away) {
    return wholeDay ? page.say("scheduling.change.all-day") : HoursText.write(away.hours());
  }

  private static String date(Page page, java.time.LocalDate date) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale(page)).format(date);
  }

  private static Locale locale(Page page) {
    return page.words().locale();
  }
}
