package org.saltwater.intake;

import static org.awaitility.Awaitility.await;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.safety.RiskFlags;
import org.saltwater.site.Words;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// Somebody has begun the questionnaire, where therapists are licensed.
abstract class IntakeStories {
  @Autowired Intakes intakes;
  @Autowired IntakeReadings readings;
  @Autowired PlacesServed places;
  @Autowired RiskFlags flags;
  @Autowired Therapists therapists;
  @Autowired MessageSource bundles;
  @Autowired TestClock clock;
  final ClientId client = ClientId.random();

  @BeforeEach
  void someoneIsLicensedInGermanyAndCalifornia() {
    clock.reset();
    var amara = Directory.therapist("Amara of the intake | licensed DE US-CA");
    if (therapists.find(amara.id()).isEmpty()) {
      therapists.register(amara);
    }
    await().until(() -> places.list().contains(new Jurisdiction("DE")));
    intakes.begin(client);
  }

  Words words() {
    return new Words(bundles, Locale.ENGLISH);
  }
}
