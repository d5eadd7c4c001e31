package org.saltwater.home.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Smoke tests, such as `bin/saltwater journey`: two therapists to sign in as, who are licensed
/// where nobody lives and go when the test ends, or a quarter of an hour later by themselves. Each
/// call begins one of its own, so it takes no `Idempotency-Key`.
@RestController
@RequestMapping("/api/v1/practice/smoke-tests")
@For({Audience.COORDINATOR, Audience.OPERATOR})
class SmokeTestsApi {
  private final SmokeTests tests;

  SmokeTestsApi(SmokeTests tests) {
    this.tests = tests;
  }

  /// @param now the server's clock
  /// @param place where the test's client has to live, to be shown the two
  /// @param language that the client has to speak
  record SmokeTestBegun(
      UUID id, Instant now, String place, String language, List<SmokeTherapist> therapists) {
    @Override
    public String toString() {
      return "SmokeTestBegun[" + id + "]";
    }
  }

  /// @param secret of the authenticator app, in base 32
  record SmokeTherapist(UUID id, String email, String password, String secret) {
    static SmokeTherapist of(SmokeTests.Access access) {
      return new SmokeTherapist(
          access.therapist().value(),
          access.email(),
          access.password().value(),
          access.secret().value());
    }

    @Override
    public String toString() {
      return "SmokeTherapist[redacted]";
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SmokeTestBegun begin(@AuthenticationPrincipal SignedIn me) {
    var begun = tests.begin(me);
    return new SmokeTestBegun(
        begun.test().id(),
        begun.now(),
        SmokeTest.PLACE.code(),
        SmokeTest.LANGUAGE,
        begun.therapists().stream().map(SmokeTherapist::of).toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    tests.end(me, id);
  }
}
