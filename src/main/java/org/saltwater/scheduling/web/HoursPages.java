package org.saltwater.scheduling.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.DatedChange;
import org.saltwater.scheduling.Slots;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a therapist says when they can be met.
@Controller
@RequestMapping("/calendar/hours")
@For(Audience.THERAPIST)
class HoursPages {
  private final Availabilities availabilities;
  private final Appointments appointments;
  private final Clock clock;

  HoursPages(Availabilities availabilities, Appointments appointments, Clock clock) {
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.clock = clock;
  }

  @GetMapping
  PageView hours(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String saved) {
    var now = current(me);
    return page(
        me,
        now,
        HoursForm.of(now),
        FormErrors.none(),
        ChangeForm.empty(),
        FormErrors.none(),
        saved);
  }

  @PostMapping
  View save(@AuthenticationPrincipal SignedIn me, @ModelAttribute HoursForm form) {
    var before = current(me);
    var problems = form.listProblems();
    if (!problems.isEmpty()) {
      return page(
              me, before, form, new FormErrors(problems), ChangeForm.empty(), FormErrors.none(), "")
          .withStatus(422);
    }
    availabilities.change(me.therapist(), me.zone(), known -> form.applyTo(withoutPast(known)));
    return SeeOther.to("/calendar/hours?saved=hours");
  }

  @PostMapping("/changes")
  View add(@AuthenticationPrincipal SignedIn me, @ModelAttribute ChangeForm form) {
    var before = current(me);
    var problems = form.listProblems(today(before), coming(before).size());
    if (!problems.isEmpty()) {
      return page(
              me,
              before,
              HoursForm.of(before),
              FormErrors.none(),
              form,
              new FormErrors(problems),
              "")
          .withStatus(422);
    }
    availabilities.change(
        me.therapist(),
        me.zone(),
        known ->
            known.withChanges(
                Stream.concat(withoutPast(known).changes().stream(), form.changes().stream())
                    .distinct()
                    .toList()));
    return SeeOther.to("/calendar/hours?saved=change#changes");
  }

  @PostMapping("/changes/remove")
  View remove(@AuthenticationPrincipal SignedIn me, @RequestParam String change) {
    availabilities.change(
        me.therapist(),
        me.zone(),
        known ->
            known.withChanges(
                known.changes().stream().filter(it -> !it.toString().equals(change)).toList()));
    return SeeOther.to("/calendar/hours?saved=removed#changes");
  }

  private Availability current(SignedIn me) {
    return availabilities.find(me.therapist()).orElseGet(() -> Availability.closed(me.zone()));
  }

  private Availability withoutPast(Availability availability) {
    return availability.withChanges(coming(availability));
  }

  private List<DatedChange> coming(Availability availability) {
    var today = today(availability);
    return availability.changes().stream().filter(it -> !it.last().isBefore(today)).toList();
  }

  private LocalDate today(Availability availability) {
    return LocalDate.ofInstant(clock.instant(), availability.zone());
  }

  private List<Appointment> outside(SignedIn me, Availability availability) {
    Instant now = clock.instant();
    return appointments.listFor(me.therapist(), now, now.plus(Slots.HORIZON)).stream()
        .filter(it -> !availability.covers(it.start(), it.end()))
        .toList();
  }

  private PageView page(
      SignedIn me,
      Availability now,
      HoursForm form,
      FormErrors errors,
      ChangeForm change,
      FormErrors changeErrors,
      String saved) {
    return PageView.of(
        "scheduling/hours",
        new HoursView(
            form, errors, change, changeErrors, saved, coming(now), outside(me, now), now.zone()));
  }
}
