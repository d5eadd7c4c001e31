package org.saltwater.care.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Puts names and clocks to an appointment.
@Component
class BookingDetails {
  private final BookingRules rules;
  private final Therapists therapists;
  private final Availabilities availabilities;

  BookingDetails(BookingRules rules, Therapists therapists, Availabilities availabilities) {
    this.rules = rules;
    this.therapists = therapists;
    this.availabilities = availabilities;
  }

  /// @param me null for a visitor, whose clock the questionnaire tells
  BookingWhen of(Appointment appointment, @Nullable SignedIn me) {
    var therapist = therapists.get(appointment.therapist());
    return new BookingWhen(
        appointment,
        therapist.name(),
        zone(appointment.client(), appointment.therapist(), me),
        therapistZone(appointment.therapist()));
  }

  /// The client's clock; while nothing tells it, the therapist's, which is always named on the
  /// page.
  ZoneId zone(ClientId client, TherapistId therapist, @Nullable SignedIn me) {
    return me != null
        ? me.zone()
        : rules.findZone(client).orElseGet(() -> therapistZone(therapist));
  }

  ZoneId therapistZone(TherapistId therapist) {
    return availabilities
        .find(therapist)
        .map(Availability::zone)
        .orElseGet(() -> therapists.get(therapist).zone());
  }
}
