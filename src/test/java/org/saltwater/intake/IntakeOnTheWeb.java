package org.saltwater.intake;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.saltwater.identity.People;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The questionnaire over HTTP, where somebody is licensed.
abstract class IntakeOnTheWeb {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Therapists therapists;
  @Autowired PlacesServed places;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void someoneIsLicensedInGermany() {
    clock.reset();
    jdbc.sql("delete from safety_shift").update();
    var amara = Directory.therapist("Amara of the web | licensed DE");
    if (therapists.find(amara.id()).isEmpty()) {
      therapists.register(amara);
    }
    await().until(() -> places.list().contains(new Jurisdiction("DE")));
  }
}
