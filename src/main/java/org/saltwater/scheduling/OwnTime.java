package org.saltwater.scheduling;

import java.time.Instant;
import java.util.UUID;

/// A time that a person has set aside for themselves: no appointment, and nobody else's to see.
// What
/// for, the calendar does not know.
///
/// @param path where it leads to within the site
public record OwnTime(UUID id, Instant start, Instant end, String path) {
  boolean overlaps(Appointment appointment) {
    return start.isBefore(appointment.end()) && appointment.start().isBefore(end);
  }
}
