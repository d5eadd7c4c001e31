package org.saltwater.matching.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.AnsweredIntakes;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The line for programs: a request that comes again is the same request.
@SaltwaterTest
class WaitlistApiTest {
  private static final String PATH = "/api/v1/waitlist";

  @LocalServerPort int port;
  @Autowired Therapists therapists;
  @Autowired Intakes intakes;
  @Autowired TestClock clock;
  private String token = "";

  @BeforeEach
  void someoneWaits() {
    clock.reset();
    var amara = Directory.therapist("Amara | licensed IS | taken 5 of 5");
    if (therapists.find(amara.id()).isEmpty()) {
      therapists.register(amara);
    }
    token = AnsweredIntakes.answer(intakes, ClientId.random(), "place=IS").token().value();
  }

  @Test
  void theSameKeyJoinsOnceAndDoesNotBringBackWhoHasLeft() {
    var joined = join("one", "kim@example.org");
    assertThat(joined.status()).isEqualTo(200);
    assertThat(join("one", "kim@example.org").body()).isEqualTo(joined.body());
    assertThat(new Visit(port).json("DELETE", PATH, "", "Intake-Token", token).status())
        .isEqualTo(204);

    assertThat(join("one", "kim@example.org").status()).as("came again, late").isEqualTo(404);
    assertThat(new Visit(port).json("GET", PATH, "", "Intake-Token", token).status())
        .isEqualTo(404);
    assertThat(join("two", "kim@example.org").status()).as("asked anew").isEqualTo(200);
  }

  @Test
  void aKeyIsForgottenAfterADayAndOneThatIsTooLongIsRefused() {
    assertThat(join("one", "kim@example.org").status()).isEqualTo(200);
    new Visit(port).json("DELETE", PATH, "", "Intake-Token", token);
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    assertThat(join("one", "kim@example.org").status()).isEqualTo(200);
    assertThat(join("k".repeat(201), "kim@example.org").status()).isEqualTo(422);
  }

  private Visit.Answer join(String key, String email) {
    return new Visit(port)
        .json(
            "POST",
            PATH,
            "{\"email\":\"" + email + "\"}",
            "Intake-Token",
            token,
            "Idempotency-Key",
            key);
  }
}
