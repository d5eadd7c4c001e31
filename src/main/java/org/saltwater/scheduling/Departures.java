package org.saltwater.scheduling;

import org.saltwater.therapists.TherapistLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A therapist who has left offers no more times. What is booked with them is `care`'s to end,
/// because the client comes first there.
@Component
class Departures {
  private final Availabilities availabilities;

  Departures(Availabilities availabilities) {
    this.availabilities = availabilities;
  }

  /// In the same transaction, so that nobody books a time with someone who is gone.
  @EventListener
  void on(TherapistLeft left) {
    availabilities
        .find(left.therapist())
        .ifPresent(it -> availabilities.set(left.therapist(), Availability.closed(it.zone())));
  }
}
