package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SaltwaterTest
@TestPropertySource(properties = "saltwater.rate-limits=true")
class RateLimitsTest {
  private static final String PASSWORD = "seven grey herons at dawn";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired TestClock clock;

  @BeforeEach
  void begin() {
    clock.reset();
  }

  @ParameterizedTest
  @EnumSource(RateLimit.class)
  void asManyAsTheLimitSaysAndNoMoreUntilTheTimeHasPassed(RateLimit limit) {
    var limits = new RateLimits(clock, true);
    for (var attempt = 0; attempt < limit.most(); attempt++) {
      limits.spend(limit, "Robin@example.org");
    }
    assertThatThrownBy(() -> limits.spend(limit, " robin@EXAMPLE.org"))
        .hasMessage("too-many-requests");
    assertThatCode(() -> limits.spend(limit, "kim@example.org")).doesNotThrowAnyException();

    clock.advance(limit.period());
    assertThatCode(() -> limits.spend(limit, "robin@example.org")).doesNotThrowAnyException();
  }

  @Test
  void whoGuessesAPasswordIsStoppedAndTheOwnerIsTold() {
    var email = UUID.randomUUID() + "@example.org";
    people.register(
        new NewPerson(
            PersonId.random(),
            "Robin",
            email,
            Set.of(Role.CLIENT),
            ZoneId.of("Europe/Berlin"),
            new Redacted<>(PASSWORD)));
    var visit = new Visit(port);
    visit.get("/sign-in");
    var guesses = RateLimit.SIGN_IN_BY_EMAIL_AND_ADDRESS.most();
    for (var guess = 0; guess < guesses; guess++) {
      assertThat(
              visit.post("/sign-in", "email", email, "password", "guess number " + guess).status())
          .isEqualTo(422);
    }

    assertThat(visit.post("/sign-in", "email", email, "password", PASSWORD).status())
        .as("even the right one, for now")
        .isEqualTo(429);
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    assertThat(new Visit(port).json("POST", "/api/v1/sign-ins", body).status()).isEqualTo(429);

    clock.advance(RateLimit.SIGN_IN_BY_EMAIL_AND_ADDRESS.period());
    visit.get("/sign-in");
    assertThat(visit.post("/sign-in", "email", email, "password", PASSWORD).location())
        .isEqualTo("/home");
  }
}
