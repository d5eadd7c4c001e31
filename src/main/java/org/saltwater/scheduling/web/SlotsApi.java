package org.saltwater.scheduling.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Slots;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Free times over the API.
@RestController
@For(Audience.ANYONE)
class SlotsApi {
  private static final Duration USUAL_WINDOW = Duration.ofDays(14);

  private final Availabilities availabilities;
  private final Slots slots;
  private final Clock clock;

  SlotsApi(Availabilities availabilities, Slots slots, Clock clock) {
    this.availabilities = availabilities;
    this.slots = slots;
    this.clock = clock;
  }

  /// @param from the first start that counts, now if left out
  /// @param to starts before this count, 14 days later if left out
  @GetMapping("/api/v1/therapists/{therapist}/slots")
  FreeTimes slots(
      @PathVariable UUID therapist,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    var id = new TherapistId(therapist);
    var first = from == null ? clock.instant() : from;
    var end = to == null ? first.plus(USUAL_WINDOW) : to;
    return new FreeTimes(
        therapist,
        availabilities.get(id).zone(),
        slots.listFree(id, first, end).stream()
            .map(slot -> new FreeTime(slot.start(), slot.end()))
            .toList());
  }

  /// @param zone the therapist's
  record FreeTimes(UUID therapist, ZoneId zone, List<FreeTime> slots) {}

  record FreeTime(Instant start, Instant end) {}
}
