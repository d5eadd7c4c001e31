package org.saltwater.home;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.company.Along;
import org.saltwater.sessions.company.AlongStanding;
import org.saltwater.sessions.company.Hour;
import org.springframework.stereotype.Component;

/// A person's home, whoever they are here.
@Component
class Homes {
  private final ClientHomes clients;
  private final TherapistHomes therapists;
  private final PracticeHomes practice;
  private final Along along;
  private final Clock clock;

  Homes(
      ClientHomes clients,
      TherapistHomes therapists,
      PracticeHomes practice,
      Along along,
      Clock clock) {
    this.clients = clients;
    this.therapists = therapists;
    this.practice = practice;
    this.along = along;
    this.clock = clock;
  }

  HomeView of(SignedIn me) {
    return new HomeView(
        me.name(),
        Greeting.at(LocalTime.ofInstant(clock.instant(), me.zone())),
        me.is(Role.CLIENT) ? Optional.of(clients.of(me.client())) : Optional.empty(),
        me.is(Role.THERAPIST) ? Optional.of(therapists.of(me)) : Optional.empty(),
        me.is(Role.COORDINATOR) ? Optional.of(practice.now()) : Optional.empty(),
        me.is(Role.SUPERVISOR),
        along.listOf(me).stream().map(Homes::hour).toList(),
        me.is(Role.OPERATOR));
  }

  private static HourAlong hour(Hour hour) {
    return new HourAlong(
        hour.companion().id(),
        hour.others().stream().findFirst().orElse(""),
        hour.start(),
        hour.standing() == AlongStanding.ASKED);
  }
}
