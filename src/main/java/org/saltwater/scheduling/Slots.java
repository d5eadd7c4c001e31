package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saltwater.kernel.TherapistId;
import org.springframework.stereotype.Component;

/// The times that could be booked now: within hours, not taken, with notice, and not too far off.
@Component
public class Slots {
  /// How far ahead a time can be booked.
  public static final Duration HORIZON = Duration.ofDays(60);

  private final Availabilities availabilities;
  private final AppointmentRows appointments;
  private final Clock clock;

  Slots(Availabilities availabilities, AppointmentRows appointments, Clock clock) {
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.clock = clock;
  }

  /// @param from the first start that counts; @param to starts before this count
  public List<Slot> listFree(TherapistId therapist, Instant from, Instant to) {
    return listFree(List.of(therapist), from, to).getOrDefault(therapist, List.of());
  }

  /// For many therapists in two queries; those without a free time are missing.
  public Map<TherapistId, List<Slot>> listFree(
      Collection<TherapistId> therapists, Instant from, Instant to) {
    var now = clock.instant();
    var end = to.isAfter(now.plus(HORIZON)) ? now.plus(HORIZON) : to;
    var offered = availabilities.listOf(therapists);
    var taken = appointments.listTaken(offered.keySet(), from, end, now);
    var free = new HashMap<TherapistId, List<Slot>>(offered.size() * 2);
    offered.forEach(
        (therapist, availability) -> {
          var slots =
              free(
                  therapist,
                  availability,
                  taken.getOrDefault(therapist, List.of()),
                  from,
                  end,
                  now);
          if (!slots.isEmpty()) {
            free.put(therapist, slots);
          }
        });
    return free;
  }

  /// Whether the therapist offers this time, taken or not, at this moment.
  static boolean isOffered(Availability availability, Instant start, Instant now) {
    return !start.isBefore(now.plus(availability.notice()))
        && start.isBefore(now.plus(HORIZON))
        && availability.offers(start);
  }

  private static List<Slot> free(
      TherapistId therapist,
      Availability availability,
      List<Span> taken,
      Instant from,
      Instant to,
      Instant now) {
    var earliest = now.plus(availability.notice());
    var free = new ArrayList<Slot>();
    for (var start : availability.startsBetween(from.isAfter(earliest) ? from : earliest, to)) {
      var end = start.plus(availability.length());
      var needed = new Span(start, end.plus(availability.buffer()));
      if (taken.stream().noneMatch(needed::overlaps)) {
        free.add(new Slot(therapist, start, end));
      }
    }
    return free;
  }
}
