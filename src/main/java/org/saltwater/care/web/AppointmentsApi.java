package org.saltwater.care.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.NewPerson;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentState;
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
  private static final int PAGE = 50;
  private static final int LONGEST_KEY = 200;
  private static final Duration PAST = Duration.ofDays(3_660);

  private final Booking booking;
  private final Appointments appointments;
  private final IntakeVisits visits;
  private final Clock clock;

  AppointmentsApi(Booking booking, Appointments appointments, IntakeVisits visits, Clock clock) {
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
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
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
            key(key)));
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
            appointment, account.person(client, zone(account, client)), request.getRemoteAddr()));
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
    var after = cursor.isEmpty() ? "" : decoded(cursor);
    var all =
        (me.is(Role.CLIENT)
                ? appointments.listFor(me.client()).stream()
                : appointments.listFor(me.therapist(), first, now.plus(Slots.HORIZON)).stream())
            .filter(it -> it.end().isAfter(first))
            .sorted(Comparator.comparing(AppointmentsApi::position))
            .filter(it -> position(it).compareTo(after) > 0)
            .toList();
    var page = all.stream().limit(PAGE).toList();
    return new AppointmentList(
        page.stream().map(AppointmentBody::of).toList(),
        all.size() > PAGE ? encoded(position(page.getLast())) : null);
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
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    if (wanted.start() == null) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("start", "problem.field.NotNull")));
    }
    own(me, id);
    return AppointmentBody.of(
        booking.move(me.client(), new AppointmentId(id), wanted.start(), key(key)));
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

  private ZoneId zone(NewAccount account, ClientId client) {
    try {
      return account.zone() == null
          ? booking.findZone(client).orElse(ZoneId.of("UTC"))
          : ZoneId.of(account.zone());
    } catch (DateTimeException e) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem("zone", "scheduling.hours.zone-unknown")));
    }
  }

  private static Optional<String> key(@Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem("Idempotency-Key", "problem.field.Size")));
    }
    return Optional.of(key);
  }

  private static String position(Appointment it) {
    return it.start() + " " + it.id();
  }

  private static String encoded(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("cursor", "problem.field.other")));
    }
  }

  record Wanted(@Nullable UUID therapist, @Nullable Instant start, @Nullable Modality modality) {}

  record NewStart(@Nullable Instant start) {}

  /// @param zone such as `Europe/Berlin`; the questionnaire's if left out
  record NewAccount(
      @Nullable String name,
      @Nullable String email,
      @Nullable String password,
      @Nullable String zone) {

    NewPerson person(ClientId client, ZoneId where) {
      return new NewPerson(
          client.person(),
          name == null ? "" : name,
          email == null ? "" : email,
          Set.of(Role.CLIENT),
          where,
          new Redacted<>(password == null ? "" : password));
    }

    @Override
    public String toString() {
      return "NewAccount[redacted]";
    }
  }

  /// @param next the cursor of the page after, or null
  record AppointmentList(List<AppointmentBody> appointments, @Nullable String next) {}

  /// @param heldUntil only while it is held
  record AppointmentBody(
      UUID id,
      UUID client,
      UUID therapist,
      Instant start,
      Instant end,
      Modality modality,
      AppointmentState state,
      @Nullable Instant heldUntil) {

    static AppointmentBody of(Appointment it) {
      return new AppointmentBody(
          it.id().value(),
          it.client().value(),
          it.therapist().value(),
          it.start(),
          it.end(),
          it.modality(),
          it.state(),
          it.heldUntil());
    }
  }
}
