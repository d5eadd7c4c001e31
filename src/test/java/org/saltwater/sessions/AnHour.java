package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A client and a therapist with an hour by text, and the clock that stands still around it.
abstract class AnHour {
  static final Arrival AT_HOME = new Arrival("Canary Street 5, Berlin", "+49 30 1234567");
  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  @Autowired TherapySessions sessions;
  @Autowired Rooms rooms;
  @Autowired TestClock clock;
  Pair pair;
  SignedIn client;
  SignedIn therapist;

  @BeforeEach
  void begin() {
    clock.reset();
    pair = Pair.begin(app);
    client = new SignedIn(pair.client().person(), "Jo", Set.of(Role.CLIENT), Pair.BERLIN);
    therapist =
        new SignedIn(pair.therapist().person(), "Amara", Set.of(Role.THERAPIST), Pair.BERLIN);
  }

  SessionState state() {
    return sessions.get(pair.hour(), client.id()).state();
  }

  TherapySession arrive() {
    return sessions.arrive(pair.hour(), client.id(), AT_HOME);
  }

  TherapySession admit() {
    return sessions.admit(pair.hour(), therapist.id());
  }

  void minutesAfterStart(int minutes) {
    clock.set(Pair.START.plus(Duration.ofMinutes(minutes)));
  }

  static void assertRefused(SessionProblem why, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(why));
  }
}
