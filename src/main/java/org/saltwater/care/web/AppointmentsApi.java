package org.saltwater.care.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Cursor;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.IdempotencyKey;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Slots;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Booking over the API: hold a time, confirm it, look, move, cancel. The rules are those of the
/// pages.
@RestController
@RequestMapping("/api/v1/appointments")
@For({Audience.CLIENT, Audience.THERAPIST})
class AppointmentsApi {
  private static final Duration PAST = Duration.ofDays(3_660);

  private final Booking booking;
  private final BookingRules rules;
  private final Appointments appointments;
  private final IntakeVisits visits;
  private final Clock clock;

  AppointmentsApi(
      Booking booking,
      BookingRules rules,
      Appointments appointments,
      IntakeVisits visits,
      Clock clock) {
    this.rules = rules;
    this.booking = booking;
    this.appointments = appointments;
    this.visits = visits;
    this.clock = clock;
  }

  /// Keeps a time for ten minutes, for a client or for a visitor with an `Intake-Token`.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @For(Audience.ANYONE)
  AppointmentBody hold(
      @RequestBody Wanted wanted,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      HttpServletRequest request) {
    if (wanted.therapist() == null || wanted.start() == null || wanted.modality() == null) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(
              new FieldProblem(
                  wanted.therapist() == null
                      ? "therapist"
                      : wanted.start() == null ? "start" : "modality",
                  "problem.field.NotNull")));
    }
    return AppointmentBody.of(
        booking.hold(
            visitor(request),
            new TherapistId(wanted.therapist()),
            wanted.start(),
            wanted.modality(),
            IdempotencyKey.read(key)));
  }

  /// Books a held time. A visitor sends the account to make with it, and signs in afterwards.
  @PostMapping("/{id}/confirmation")
  @For(Audience.ANYONE)
  AppointmentBody confirm(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable NewAccount account,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var appointment = new AppointmentId(id);
    var client = visitor(request);
    if (me != null) {
      return AppointmentBody.of(booking.confirm(appointment, client));
    }
    if (account == null) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("email", "problem.field.NotBlank")));
    }
    return AppointmentBody.of(
        booking.confirm(
            appointment, account.person(client, rules.findZone(client)), request.getRemoteAddr()));
  }

  /// Booked ones from a moment on, in order.
  ///
  /// @param from now if left out
  /// @param cursor `next` of the page before
  @GetMapping
  AppointmentList list(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(defaultValue = "") String cursor) {
    var now = clock.instant();
    var first = from == null ? now : from.isBefore(now.minus(PAST)) ? now.minus(PAST) : from;
    var all =
        (me.is(Role.CLIENT)
                ? appointments.listFor(me.client()).stream()
                : appointments.listFor(me.therapist(), first, now.plus(Slots.HORIZON)).stream())
            .filter(it -> !it.isOverAt(first))
            .toList();
    var page = Cursor.page(all, cursor, it -> new Cursor(it.start(), it.id().value()));
    return new AppointmentList(page.map(AppointmentBody::of), page.next());
  }

  @GetMapping("/{id}")
  AppointmentBody get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return AppointmentBody.of(own(me, id));
  }

  /// Books another time with the same therapist and gives this one up.
  @PostMapping("/{id}/move")
  @ResponseStatus(HttpStatus.CREATED)
  @For(Audience.CLIENT)
  AppointmentBody move(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID id,
      @RequestBody NewStart wanted,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
    if (wanted.start() == null) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("start", "problem.field.NotNull")));
    }
    own(me, id);
    return AppointmentBody.of(
        booking.move(me.client(), new AppointmentId(id), wanted.start(), IdempotencyKey.read(key)));
  }

  @DeleteMapping("/{id}")
  AppointmentBody cancel(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return AppointmentBody.of(appointments.cancel(new AppointmentId(id), me.id()));
  }

  private Appointment own(SignedIn me, UUID id) {
    return appointments
        .find(new AppointmentId(id))
        .filter(it -> it.isWith(me.id()))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private ClientId visitor(HttpServletRequest request) {
    return visits.find(request).orElseThrow(() -> new Refusal(GeneralProblem.SIGN_IN_NEEDED));
  }

  record Wanted(@Nullable UUID therapist, @Nullable Instant start, @Nullable Modality modality) {}

  record NewStart(@Nullable Instant start) {}

  /// @param next the cursor of the page after, or null
  record AppointmentList(List<AppointmentBody> appointments, @Nullable String next) {}
}
