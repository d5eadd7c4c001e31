package org.saltwater.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What opens an intake: 256 random bits, of which only the hash is stored. A plain hash is enough
/// for a secret nobody can guess.
public record IntakeToken(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static IntakeToken random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new IntakeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
