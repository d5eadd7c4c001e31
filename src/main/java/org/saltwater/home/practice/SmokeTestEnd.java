package org.saltwater.home.practice;

import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.SignIns;
import org.saltwater.intake.IntakeRetention;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Everyone who was made for a smoke test goes: appointments are cancelled, care ends, hours and
/// accounts are closed. What is left are closed rows and the audit log's lines.
@Component
class SmokeTestEnd {
  private final Appointments appointments;
  private final Availabilities availabilities;
  private final Episodes episodes;
  private final Therapists therapists;
  private final IntakeRetention intakes;
  private final People people;
  private final SignIns signIns;

  SmokeTestEnd(
      Appointments appointments,
      Availabilities availabilities,
      Episodes episodes,
      Therapists therapists,
      IntakeRetention intakes,
      People people,
      SignIns signIns) {
    this.appointments = appointments;
    this.availabilities = availabilities;
    this.episodes = episodes;
    this.therapists = therapists;
    this.intakes = intakes;
    this.people = people;
    this.signIns = signIns;
  }

  /// In the caller's transaction.
  void of(SmokeTest test) {
    for (var therapist : test.therapists()) {
      for (var episode : episodes.listOpenFor(therapist)) {
        partFrom(episode, therapist);
        close(episode.client().person());
        intakes.forget(episode.client());
      }
    }
    therapists.leaveTogether(test.first(), test.second());
    for (var therapist : test.therapists()) {
      availabilities
          .find(therapist)
          .ifPresent(it -> availabilities.set(therapist, Availability.closed(it.zone())));
      close(therapist.person());
    }
  }

  private void partFrom(Episode episode, TherapistId therapist) {
    appointments.cancelAllBetween(episode.client(), therapist);
    episodes.close(episode.client(), therapist);
    if (!episode.isDeputy()) {
      therapists.releasePlace(therapist);
    }
  }

  private void close(PersonId person) {
    people.retire(person);
    signIns.revokeAll(person);
  }
}
