package org.saltwater.scheduling.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.Hours;
import org.saltwater.scheduling.WeeklyHours;

/// The weekly hours as they stand in the form: each day one line of text, the way a person writes
/// it.
public record HoursForm(
    @Nullable String zone,
    @Nullable String monday,
    @Nullable String tuesday,
    @Nullable String wednesday,
    @Nullable String thursday,
    @Nullable String friday,
    @Nullable String saturday,
    @Nullable String sunday,
    @Nullable String length,
    @Nullable String buffer,
    @Nullable String notice) {

  private static final int MOST_A_DAY = Availability.MOST_WEEKLY / 7;

  static HoursForm of(Availability it) {
    return new HoursForm(
        it.zone().getId(),
        on(it, DayOfWeek.MONDAY),
        on(it, DayOfWeek.TUESDAY),
        on(it, DayOfWeek.WEDNESDAY),
        on(it, DayOfWeek.THURSDAY),
        on(it, DayOfWeek.FRIDAY),
        on(it, DayOfWeek.SATURDAY),
        on(it, DayOfWeek.SUNDAY),
        Long.toString(it.length().toMinutes()),
        Long.toString(it.buffer().toMinutes()),
        Long.toString(it.notice().toHours()));
  }

  public String on(DayOfWeek day) {
    var text =
        switch (day) {
          case MONDAY -> monday;
          case TUESDAY -> tuesday;
          case WEDNESDAY -> wednesday;
          case THURSDAY -> thursday;
          case FRIDAY -> friday;
          case SATURDAY -> saturday;
          case SUNDAY -> sunday;
        };
    return text == null ? "" : text;
  }

  /// The field of a day, as the form names it.
  public static String field(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /// What needs another look; empty when [#applyTo] will work.
  List<FieldProblem> listProblems() {
    var problems = new ArrayList<FieldProblem>();
    for (var day : DayOfWeek.values()) {
      try {
        if (HoursText.read(on(day)).size() > MOST_A_DAY) {
          problems.add(new FieldProblem(field(day), "scheduling.hours.too-many", MOST_A_DAY));
        }
      } catch (IllegalArgumentException e) {
        problems.add(
            new FieldProblem(
                field(day),
                "scheduling.hours.day-unreadable",
                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
      }
    }
    if (!Availability.isZone(zone == null ? "" : zone)) {
      problems.add(new FieldProblem("zone", "scheduling.hours.zone-unknown"));
    }
    number(problems, "length", length, 10, 240);
    number(problems, "buffer", buffer, 0, 120);
    number(problems, "notice", notice, 0, 336);
    return problems;
  }

  /// The same availability with this form's hours; dated changes stay.
  ///
  /// @throws IllegalArgumentException if [#listProblems] has any
  Availability applyTo(Availability before) {
    var weekly = new ArrayList<WeeklyHours>();
    for (var day : DayOfWeek.values()) {
      for (var hours : HoursText.read(on(day))) {
        weekly.add(new WeeklyHours(day, hours));
      }
    }
    return new Availability(
        zoneId(),
        weekly,
        before.changes(),
        Duration.ofMinutes(read(length)),
        Duration.ofMinutes(read(buffer)),
        notice(before));
  }

  /// The form speaks of hours; minutes that came from elsewhere stay as long as the hours do.
  private Duration notice(Availability before) {
    var hours = read(notice);
    return before.notice().toHours() == hours ? before.notice() : Duration.ofHours(hours);
  }

  private ZoneId zoneId() {
    return ZoneId.of(zone == null ? "" : zone);
  }

  private static String on(Availability it, DayOfWeek day) {
    List<Hours> hours =
        it.weekly().stream().filter(line -> line.day() == day).map(WeeklyHours::hours).toList();
    return HoursText.write(hours);
  }

  private static void number(
      List<FieldProblem> problems, String field, @Nullable String text, int least, int most) {
    try {
      var value = read(text);
      if (value < least || value > most) {
        problems.add(new FieldProblem(field, "scheduling.hours.between", least, most));
      }
    } catch (NumberFormatException e) {
      problems.add(new FieldProblem(field, "scheduling.hours.between", least, most));
    }
  }

  private static int read(@Nullable String text) {
    return Integer.parseInt(text == null ? "" : text.strip());
  }
}
