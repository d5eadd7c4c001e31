package org.saltwater.journey;

import java.time.Instant;
import java.util.Optional;

/// Whoever runs the journey: a coordinator or an operator, who may begin a smoke test.
public sealed interface Operator {

  /// One of a demo's own coordinators, by the one click of its sign-in page.
  record OfDemo() implements Operator {}

  /// Someone of the practice.
  ///
  /// @param code the code their authenticator app shows now; empty to make it from the secret
  /// @param secret of their authenticator app, in base 32
  record Named(String email, String password, Optional<String> code, Optional<String> secret)
      implements Operator {
    Optional<String> codeAt(Instant now) {
      return code.or(() -> secret.map(it -> OneTimeCode.of(it, now)));
    }

    @Override
    public String toString() {
      return "Named[redacted]";
    }
  }
}
