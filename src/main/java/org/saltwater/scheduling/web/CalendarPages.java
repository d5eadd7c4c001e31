package org.saltwater.scheduling.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.saltwater.identity.People;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.Slots;
import org.saltwater.scheduling.Treatment;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The therapist's week.
@Controller
@RequestMapping("/calendar")
@For(Audience.THERAPIST)
class CalendarPages {
  private final Availabilities availabilities;
  private final Appointments appointments;
  private final Slots slots;
  private final People people;
  private final ObjectProvider<Treatment> treatment;
  private final MessageSource bundles;
  private final Clock clock;

  CalendarPages(
      Availabilities availabilities,
      Appointments appointments,
      Slots slots,
      People people,
      ObjectProvider<Treatment> treatment,
      MessageSource bundles,
      Clock clock) {
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.slots = slots;
    this.people = people;
    this.treatment = treatment;
    this.bundles = bundles;
    this.clock = clock;
  }

  /// @param week any date of the week to show, this week if left out or unreadable
  @GetMapping
  PageView week(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String week,
      @RequestParam(defaultValue = "") String done,
      Locale locale) {
    var availability = current(me);
    var zone = availability.zone();
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, zone);
    var monday = date(week, today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var from = monday.atStartOfDay(zone).toInstant();
    var to = monday.plusDays(7).atStartOfDay(zone).toInstant();
    var entries = entries(me, appointments.listFor(me.therapist(), from, to), zone, now, locale);
    var free = slots.listFree(me.therapist(), from, to);
    var days =
        IntStream.range(0, 7)
            .mapToObj(monday::plusDays)
            .map(
                date ->
                    new CalendarView.Day(
                        date,
                        date.equals(today),
                        availability.hoursOn(date),
                        entries.stream()
                            .filter(it -> isOn(date, it.appointment().start(), zone))
                            .toList(),
                        (int) free.stream().filter(it -> isOn(date, it.start(), zone)).count()))
            .toList();
    var coming =
        entries(
            me,
            appointments.listFor(me.therapist(), now, now.plus(Slots.HORIZON)).stream()
                .filter(it -> treats(clientsOf(me.therapist()), it.client()))
                .toList(),
            zone,
            now,
            locale);
    return PageView.of(
        "scheduling/calendar",
        new CalendarView(
            zone,
            monday,
            !today.isBefore(monday) && today.isBefore(monday.plusDays(7)),
            !availability.weekly().isEmpty() || !availability.changes().isEmpty(),
            days,
            coming.isEmpty() ? null : coming.getFirst(),
            done));
  }

  @GetMapping("/appointments/{id}")
  PageView appointment(
      @AuthenticationPrincipal SignedIn me, @PathVariable AppointmentId id, Locale locale) {
    return PageView.of("scheduling/appointment", entry(me, id, locale));
  }

  @GetMapping("/appointments/{id}/cancel")
  PageView askBeforeCancelling(
      @AuthenticationPrincipal SignedIn me, @PathVariable AppointmentId id, Locale locale) {
    return PageView.of("scheduling/cancel", entry(me, id, locale));
  }

  @PostMapping("/appointments/{id}/cancel")
  View cancel(@AuthenticationPrincipal SignedIn me, @PathVariable AppointmentId id) {
    own(me, id);
    appointments.cancel(id, me.id());
    return SeeOther.to("/calendar?done=cancelled");
  }

  private CalendarEntry entry(SignedIn me, AppointmentId id, Locale locale) {
    var zone = current(me).zone();
    return entries(me, List.of(own(me, id)), zone, clock.instant(), locale).getFirst();
  }

  private Appointment own(SignedIn me, AppointmentId id) {
    return appointments
        .find(id)
        .filter(it -> it.isBooked() && it.therapist().equals(me.therapist()))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Whom the therapist no longer treats has no name here: an hour that was stays in the week,
  /// with whom is not theirs to read any more.
  private List<CalendarEntry> entries(
      SignedIn me, List<Appointment> all, ZoneId zone, Instant now, Locale locale) {
    var clients = clientsOf(me.therapist());
    var former = new Words(bundles, locale).say("scheduling.former-client");
    Map<ClientId, String> names = new HashMap<>();
    return all.stream()
        .map(
            it ->
                new CalendarEntry(
                    it,
                    treats(clients, it.client())
                        ? names.computeIfAbsent(it.client(), this::name)
                        : former,
                    zone,
                    now))
        .toList();
  }

  /// Empty where nothing above the calendar says who treats whom.
  private Optional<Set<ClientId>> clientsOf(TherapistId therapist) {
    return Optional.ofNullable(treatment.getIfAvailable()).map(it -> it.clientsOf(therapist));
  }

  private static boolean treats(Optional<Set<ClientId>> clients, ClientId client) {
    return clients.isEmpty() || clients.get().contains(client);
  }

  private String name(ClientId client) {
    return people.get(client.person()).name();
  }

  private Availability current(SignedIn me) {
    return availabilities.find(me.therapist()).orElseGet(() -> Availability.closed(me.zone()));
  }

  private static boolean isOn(LocalDate date, Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone).equals(date);
  }

  private static LocalDate date(String text, LocalDate otherwise) {
    try {
      var date = LocalDate.parse(text);
      return Math.abs(date.toEpochDay() - otherwise.toEpochDay()) < 3_660 ? date : otherwise;
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }
}
