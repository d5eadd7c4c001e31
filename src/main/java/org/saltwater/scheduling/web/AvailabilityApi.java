package org.saltwater.scheduling.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.DatedChange;
import org.saltwater.scheduling.WeeklyHours;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A therapist's own hours over the API, in the same lines that people write.
@RestController
@RequestMapping("/api/v1/availability")
@For(Audience.THERAPIST)
class AvailabilityApi {
  private final Availabilities availabilities;

  AvailabilityApi(Availabilities availabilities) {
    this.availabilities = availabilities;
  }

  @GetMapping
  AvailabilityBody get(@AuthenticationPrincipal SignedIn me) {
    return AvailabilityBody.of(
        availabilities.find(me.therapist()).orElseGet(() -> Availability.closed(me.zone())));
  }

  @PutMapping
  AvailabilityBody set(@AuthenticationPrincipal SignedIn me, @RequestBody AvailabilityBody wanted) {
    availabilities.set(me.therapist(), wanted.read());
    return get(me);
  }

  /// @param zone such as `Europe/Berlin`
  /// @param weekly lines such as `Mon 09:00-12:00`
  /// @param changes lines such as `away 2026-12-24..2027-01-02` or `extra 2026-12-24 18:00-20:00`
  record AvailabilityBody(
      @Nullable String zone,
      @Nullable List<String> weekly,
      @Nullable List<String> changes,
      @Nullable Long lengthMinutes,
      @Nullable Long bufferMinutes,
      @Nullable Long noticeMinutes) {

    static AvailabilityBody of(Availability it) {
      return new AvailabilityBody(
          it.zone().getId(),
          it.weekly().stream().map(WeeklyHours::toString).toList(),
          it.changes().stream().map(DatedChange::toString).toList(),
          it.length().toMinutes(),
          it.buffer().toMinutes(),
          it.notice().toMinutes());
    }

    /// @throws Refusal invalid, with each field that can't be read
    Availability read() {
      var problems = new ArrayList<FieldProblem>();
      var named = zone == null ? "" : zone;
      if (!Availability.isZone(named)) {
        problems.add(new FieldProblem("zone", "scheduling.hours.zone-unknown"));
      }
      var hours = lines("weekly", weekly, Availability.MOST_WEEKLY, WeeklyHours::of, problems);
      var dated = lines("changes", changes, Availability.MOST_CHANGES, DatedChange::of, problems);
      var length =
          minutes("lengthMinutes", lengthMinutes, Availability.USUAL_LENGTH, 10, 240, problems);
      var buffer =
          minutes("bufferMinutes", bufferMinutes, Availability.USUAL_BUFFER, 0, 120, problems);
      var notice =
          minutes("noticeMinutes", noticeMinutes, Availability.USUAL_NOTICE, 0, 20_160, problems);
      if (!problems.isEmpty()) {
        throw new Refusal(GeneralProblem.INVALID, problems);
      }
      return new Availability(ZoneId.of(named), hours, dated, length, buffer, notice);
    }

    private static <T> List<T> lines(
        String field,
        @Nullable List<String> texts,
        int most,
        Function<String, T> read,
        List<FieldProblem> problems) {
      if (texts != null && texts.size() > most) {
        problems.add(new FieldProblem(field, "scheduling.hours.too-many", most));
        return List.of();
      }
      try {
        return texts == null
            ? List.of()
            : texts.stream().map(it -> read.apply(Objects.requireNonNullElse(it, ""))).toList();
      } catch (IllegalArgumentException e) {
        problems.add(new FieldProblem(field, "scheduling.hours.unreadable"));
        return List.of();
      }
    }

    private static Duration minutes(
        String field,
        @Nullable Long value,
        Duration usual,
        long least,
        long most,
        List<FieldProblem> problems) {
      if (value == null) {
        return usual;
      }
      if (value < least || value > most) {
        problems.add(new FieldProblem(field, "scheduling.hours.between", least, most));
        return usual;
      }
      return Duration.ofMinutes(value);
    }
  }
}
