package org.saltwater.intake;

import org.saltwater.kernel.RandomSecret;

/// What opens an intake; only its hash is stored.
public record IntakeToken(String value) {
  static IntakeToken random() {
    return new IntakeToken(RandomSecret.random());
  }

  byte[] hash() {
    return RandomSecret.hash(value);
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
