package org.saltwater.care.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.CalendarFile;
import org.saltwater.scheduling.OwnTimes;
import org.saltwater.scheduling.SchedulingProblem;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A client's appointments: look, move, cancel, take along.
@Controller
@RequestMapping("/appointments")
@For(Audience.CLIENT)
class AppointmentPages {
  private static final Duration OWN_AHEAD = Duration.ofDays(90);

  private final Booking booking;
  private final BookingTimes times;
  private final BookingDetails details;
  private final Appointments appointments;
  private final Episodes episodes;
  private final Therapists therapists;
  private final ObjectProvider<OwnTimes> ownTimes;
  private final MessageSource words;
  private final Clock clock;

  AppointmentPages(
      Booking booking,
      BookingTimes times,
      BookingDetails details,
      Appointments appointments,
      Episodes episodes,
      Therapists therapists,
      ObjectProvider<OwnTimes> ownTimes,
      MessageSource words,
      Clock clock) {
    this.booking = booking;
    this.times = times;
    this.details = details;
    this.appointments = appointments;
    this.episodes = episodes;
    this.therapists = therapists;
    this.ownTimes = ownTimes;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  PageView list(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String done) {
    var now = clock.instant();
    var all = appointments.listFor(me.client());
    var coming = all.stream().filter(it -> !it.isOverAt(now)).toList();
    var past =
        all.stream()
            .filter(it -> it.isOverAt(now))
            .sorted(Comparator.comparing(Appointment::start).reversed())
            .toList();
    return PageView.of(
        "care/appointments",
        new BookingListView(
            named(coming, me),
            named(past, me),
            ownTimes.stream()
                .flatMap(it -> it.listFor(me.id(), now, now.plus(OWN_AHEAD)).stream())
                .toList(),
            episodes.findOpen(me.client()).map(Episode::therapist),
            done,
            now));
  }

  @GetMapping("/{id}")
  PageView appointment(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable AppointmentId id,
      @RequestParam(required = false) @Nullable String booked,
      @RequestParam(required = false) @Nullable String moved) {
    return booked(me, id, booked != null ? "booked" : moved != null ? "moved" : "");
  }

  /// For the calendar on a phone or computer.
  @GetMapping("/{id}/appointment.ics")
  ResponseEntity<String> file(
      @AuthenticationPrincipal SignedIn me, @PathVariable AppointmentId id) {
    var summary = words.getMessage("booking.calendar-word", null, Locale.ENGLISH);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(CalendarFile.write(List.of(own(me, id)), summary, clock.instant()));
  }

  @GetMapping("/{id}/cancel")
  PageView askBeforeCancelling(
      @AuthenticationPrincipal SignedIn me, @PathVariable AppointmentId id) {
    return PageView.of("care/appointment-cancel", details.of(toCome(me, id), me));
  }

  @PostMapping("/{id}/cancel")
  View cancel(@AuthenticationPrincipal SignedIn me, @PathVariable AppointmentId id) {
    appointments.cancel(id, me.id());
    return SeeOther.to("/appointments?done=cancelled");
  }

  @GetMapping("/{id}/move")
  PageView otherTimes(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable AppointmentId id,
      @RequestParam(defaultValue = "") String from) {
    return otherTimes(me, toCome(me, id), from, "");
  }

  @PostMapping("/{id}/move")
  Object move(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable AppointmentId id,
      @RequestParam(defaultValue = "") String start) {
    var old = toCome(me, id);
    var wanted = BookingPages.instant(start);
    if (wanted == null) {
      return otherTimes(me, old, "", "choose-time").withStatus(422);
    }
    try {
      var moved = booking.move(me.client(), id, wanted, Optional.empty());
      return SeeOther.to("/appointments/" + moved.id() + "?moved");
    } catch (Refusal refusal) {
      if (refusal.type() instanceof SchedulingProblem) {
        return otherTimes(me, old, "", refusal.type().slug()).withStatus(refusal.type().status());
      }
      throw refusal;
    }
  }

  private PageView otherTimes(SignedIn me, Appointment old, String from, String trouble) {
    return PageView.of(
        "care/booking-times",
        times.lay(
            therapists.get(old.therapist()),
            me.zone(),
            new BookingTimes.Asked(null, old.modality(), from),
            old,
            trouble));
  }

  private PageView booked(SignedIn me, AppointmentId id, String news) {
    return PageView.of(
        "care/appointment", new BookedView(details.of(own(me, id), me), news, clock.instant()));
  }

  private Appointment own(SignedIn me, AppointmentId id) {
    return appointments
        .find(id)
        .filter(it -> it.isBooked() && it.client().equals(me.client()))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private Appointment toCome(SignedIn me, AppointmentId id) {
    var appointment = own(me, id);
    if (!appointment.start().isAfter(clock.instant())) {
      throw new Refusal(SchedulingProblem.APPOINTMENT_BEGUN);
    }
    return appointment;
  }

  private List<BookingWhen> named(List<Appointment> all, SignedIn me) {
    return all.stream().map(it -> details.of(it, me)).toList();
  }
}
