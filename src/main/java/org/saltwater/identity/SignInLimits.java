package org.saltwater.identity;

import java.time.Duration;

/// How long a sign-in lasts without use, and at all.
enum SignInLimits {
  /// Between password and code, or passkey question and answer.
  HALF_WAY(Duration.ofMinutes(15), Duration.ofMinutes(15)),
  /// NIST SP 800-63B-4 §2.1.3 asks for 30 days at most with one factor. A day of rest ends it
  /// sooner, since phones and laptops are shared at home.
  CLIENT(Duration.ofHours(24), Duration.ofDays(30)),
  /// NIST SP 800-63B-4 §2.2.3 advises 24 hours at most and one hour without use. A therapy hour by
  /// text or video can pass over one socket without any request, so it is an hour and a half.
  STAFF(Duration.ofMinutes(90), Duration.ofHours(24));

  private final Duration idle;
  private final Duration longest;

  SignInLimits(Duration idle, Duration longest) {
    this.idle = idle;
    this.longest = longest;
  }

  Duration idle() {
    return idle;
  }

  Duration longest() {
    return longest;
  }

  static SignInLimits of(Person person) {
    return person.needsSecondStep() ? STAFF : CLIENT;
  }
}
