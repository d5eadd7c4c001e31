package org.saltwater.care.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.CareProblem;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.SignIns;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentState;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.SchedulingProblem;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.therapists.Therapists;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Choosing a time, and saying yes to it. Open to visitors, who get an account at the very end.
@Controller
@RequestMapping("/book")
@For(Audience.ANYONE)
class BookingPages {
  /// Where someone begins whose questionnaire this browser does not know.
  private static final View BEGIN = SeeOther.to("/begin");

  private static final Set<Object> CHOOSE_ANOTHER =
      Set.of(
          SchedulingProblem.SLOT_TAKEN,
          SchedulingProblem.SLOT_NOT_OFFERED,
          SchedulingProblem.CLIENT_BUSY,
          SchedulingProblem.APPOINTMENT_CANCELLED,
          BookingProblem.MODALITY_NOT_OFFERED);

  private final Booking booking;
  private final BookingTimes times;
  private final BookingDetails details;
  private final IntakeVisits visits;
  private final Appointments appointments;
  private final Therapists therapists;
  private final SignIns signIns;
  private final Clock clock;

  BookingPages(
      Booking booking,
      BookingTimes times,
      BookingDetails details,
      IntakeVisits visits,
      Appointments appointments,
      Therapists therapists,
      SignIns signIns,
      Clock clock) {
    this.booking = booking;
    this.times = times;
    this.details = details;
    this.visits = visits;
    this.appointments = appointments;
    this.therapists = therapists;
    this.signIns = signIns;
    this.clock = clock;
  }

  @GetMapping("/{therapist}")
  View times(
      @PathVariable UUID therapist,
      @RequestParam(defaultValue = "") String start,
      @RequestParam(defaultValue = "") String modality,
      @RequestParam(defaultValue = "") String from,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      return BEGIN;
    }
    var id = new TherapistId(therapist);
    try {
      booking.checkMayBook(client.get(), id);
    } catch (Refusal refusal) {
      return elsewhere(refusal);
    }
    return times(
        client.get(), id, me, new BookingTimes.Asked(instant(start), modality(modality), from), "");
  }

  @PostMapping("/{therapist}")
  View hold(
      @PathVariable UUID therapist,
      @RequestParam(defaultValue = "") String start,
      @RequestParam(defaultValue = "") String modality,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      return BEGIN;
    }
    var id = new TherapistId(therapist);
    var asked = new BookingTimes.Asked(instant(start), modality(modality), "");
    if (asked.start() == null || asked.modality() == null) {
      return times(client.get(), id, me, asked, "choose-time").withStatus(422);
    }
    try {
      var held = booking.hold(client.get(), id, asked.start(), asked.modality(), Optional.empty());
      return SeeOther.to("/book/hold/" + held.id());
    } catch (Refusal refusal) {
      return CHOOSE_ANOTHER.contains(refusal.type())
          ? anotherTime(client.get(), id, me, asked.modality(), refusal)
          : elsewhere(refusal);
    }
  }

  @GetMapping("/hold/{id}")
  View held(
      @PathVariable AppointmentId id,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      return BEGIN;
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

  @PostMapping("/hold/{id}")
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
      return CHOOSE_ANOTHER.contains(refusal.type())
          ? anotherTime(client.get(), appointment.therapist(), me, appointment.modality(), refusal)
          : elsewhere(refusal);
    }
  }

  private NewPerson account(ClientId client, String name, String email, String password) {
    return new NewPerson(
        client.person(),
        name,
        email,
        Set.of(Role.CLIENT),
        booking.findZone(client).orElse(ZoneId.of("UTC")),
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

  private PageView times(
      ClientId client,
      TherapistId therapist,
      @Nullable SignedIn me,
      BookingTimes.Asked asked,
      String trouble) {
    return PageView.of(
        "care/booking-times",
        times.lay(
            therapists.get(therapist), details.zone(client, therapist, me), asked, null, trouble));
  }

  /// Not an error page: what happened, and the next free times.
  private PageView anotherTime(
      ClientId client,
      TherapistId therapist,
      @Nullable SignedIn me,
      @Nullable Modality modality,
      Refusal refusal) {
    return times(
            client,
            therapist,
            me,
            new BookingTimes.Asked(null, modality, ""),
            refusal.type().slug())
        .withStatus(refusal.type().status());
  }

  /// What no other time would mend: someone else's therapist, no licence, no place left.
  private static View elsewhere(Refusal refusal) {
    if (refusal.type() == BookingProblem.QUESTIONNAIRE_FIRST) {
      return BEGIN;
    }
    if (refusal.type().status() != 409) {
      throw refusal;
    }
    return PageView.of(
            "care/booking-not",
            new BookingNotView(
                refusal.type().slug(), refusal.type() == CareProblem.ALREADY_WITH_THERAPIST))
        .withStatus(409);
  }

  static @Nullable Instant instant(String text) {
    try {
      return text.isBlank() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Modality modality(String text) {
    try {
      return Modality.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
