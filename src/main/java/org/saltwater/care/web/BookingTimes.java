package org.saltwater.care.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.Slot;
import org.saltwater.scheduling.Slots;
import org.saltwater.therapists.TherapistProfile;
import org.springframework.stereotype.Component;

/// Free times laid out by day on the client's clock, a handful of days at once.
@Component
class BookingTimes {
  private static final int DAYS_AT_ONCE = 6;

  private final Slots slots;
  private final Availabilities availabilities;
  private final WaysToMeet ways;
  private final Clock clock;

  BookingTimes(Slots slots, Availabilities availabilities, WaysToMeet ways, Clock clock) {
    this.slots = slots;
    this.availabilities = availabilities;
    this.ways = ways;
    this.clock = clock;
  }

  /// What the client asked for, as far as it could be read.
  ///
  /// @param start the time asked for, if any
  /// @param from the first date to show, an ISO date or empty
  record Asked(@Nullable Instant start, @Nullable Modality modality, String from) {}

  BookingView lay(
      TherapistProfile therapist,
      ZoneId zone,
      Asked asked,
      @Nullable Appointment moving,
      String trouble) {
    var within =
        moving == null
            ? BookingView.Within.booking(therapist.id())
            : BookingView.Within.moving(moving);
    return lay(therapist, zone, asked, moving, within, trouble);
  }

  /// As the step of a change of therapist.
  BookingView layForChange(TherapistProfile therapist, ZoneId zone, Asked asked, String trouble) {
    return lay(therapist, zone, asked, null, BookingView.Within.change(therapist.id()), trouble);
  }

  private BookingView lay(
      TherapistProfile therapist,
      ZoneId zone,
      Asked asked,
      @Nullable Appointment moving,
      BookingView.Within within,
      String trouble) {
    var now = clock.instant();
    var free = slots.listFree(therapist.id(), now, now.plus(Slots.HORIZON));
    var first = date(asked.from(), LocalDate.ofInstant(now, zone));
    var days = new TreeMap<LocalDate, List<Slot>>();
    for (var slot : free) {
      var date = LocalDate.ofInstant(slot.start(), zone);
      if (!date.isBefore(first)) {
        days.computeIfAbsent(date, it -> new ArrayList<>()).add(slot);
      }
    }
    var shown = days.entrySet().stream().limit(DAYS_AT_ONCE).toList();
    var later = days.keySet().stream().skip(DAYS_AT_ONCE).findFirst();
    var earlier =
        free.stream().anyMatch(it -> LocalDate.ofInstant(it.start(), zone).isBefore(first));
    var chosen =
        free.stream().filter(it -> it.start().equals(asked.start())).findFirst().orElse(null);
    return new BookingView(
        therapist,
        zone,
        availabilities.find(therapist.id()).map(Availability::zone).orElse(therapist.zone()),
        ways.among(therapist.modalities()),
        modality(therapist, asked, moving),
        chosen,
        trouble.isEmpty() && asked.start() != null && chosen == null ? "slot-taken" : trouble,
        shown.stream().map(it -> new BookingView.Day(it.getValue())).toList(),
        earlier,
        later.map(LocalDate::toString).orElse(""),
        moving,
        within);
  }

  private Modality modality(TherapistProfile therapist, Asked asked, @Nullable Appointment moving) {
    if (moving != null) {
      return moving.modality();
    }
    var offered = ways.among(therapist.modalities());
    return asked.modality() != null && offered.contains(asked.modality())
        ? asked.modality()
        : offered.stream().findFirst().orElse(Modality.TEXT);
  }

  private static LocalDate date(String text, LocalDate otherwise) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }
}
