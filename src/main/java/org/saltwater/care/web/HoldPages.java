package org.saltwater.care.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.SignIns;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentState;
import org.saltwater.scheduling.Appointments;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Saying yes to a time that is kept for ten minutes. A visitor gets an account with it.
@Controller
@RequestMapping("/book/hold/{id}")
@For(Audience.ANYONE)
class HoldPages {
  private final Booking booking;
  private final BookingRules rules;
  private final BookingAnswers answers;
  private final BookingDetails details;
  private final IntakeVisits visits;
  private final Appointments appointments;
  private final SignIns signIns;
  private final Clock clock;

  HoldPages(
      Booking booking,
      BookingRules rules,
      BookingAnswers answers,
      BookingDetails details,
      IntakeVisits visits,
      Appointments appointments,
      SignIns signIns,
      Clock clock) {
    this.booking = booking;
    this.rules = rules;
    this.answers = answers;
    this.details = details;
    this.visits = visits;
    this.appointments = appointments;
    this.signIns = signIns;
    this.clock = clock;
  }

  @GetMapping
  View held(
      @PathVariable AppointmentId id,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      return BookingAnswers.BEGIN;
    }
    var appointment = own(id, client.get());
    if (appointment.isBooked()) {
      return SeeOther.to("/appointments/" + id);
    }
    if (appointment.state() == AppointmentState.CANCELLED) {
      return SeeOther.to("/book/" + appointment.therapist());
    }
    return hold(appointment, me, "", "", FormErrors.none());
  }

  @PostMapping
  View confirm(
      @PathVariable AppointmentId id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request,
      HttpServletResponse response) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      // A second tap on the button: the first one made the account and signed in elsewhere.
      return SeeOther.to("/sign-in?next=/appointments/" + id);
    }
    var appointment = own(id, client.get());
    try {
      if (me == null) {
        booking.confirm(id, account(client.get(), name, email, password), request.getRemoteAddr());
        signIns.start(client.get().person(), request, response);
      } else {
        booking.confirm(id, client.get());
      }
      return SeeOther.to("/appointments/" + id + "?booked");
    } catch (Refusal refusal) {
      if (!refusal.fields().isEmpty()) {
        return hold(appointment, me, name, email, FormErrors.of(refusal)).withStatus(422);
      }
      return answers.refused(
          refusal, client.get(), appointment.therapist(), me, appointment.modality());
    }
  }

  private NewPerson account(ClientId client, String name, String email, String password) {
    return new NewPerson(
        client.person(),
        name,
        email,
        Set.of(Role.CLIENT),
        rules.findZone(client).orElse(ZoneId.of("UTC")),
        new Redacted<>(password));
  }

  private Appointment own(AppointmentId id, ClientId client) {
    return appointments
        .find(id)
        .filter(it -> it.client().equals(client))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private PageView hold(
      Appointment appointment,
      @Nullable SignedIn me,
      String name,
      String email,
      FormErrors errors) {
    var until = appointment.heldUntil();
    return PageView.of(
        "care/booking-hold",
        new HoldView(
            details.of(appointment, me),
            until != null && until.isAfter(clock.instant()) ? until : null,
            me == null,
            name,
            email,
            errors));
  }
}
