package org.saltwater.identity.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// 256 random bits that open something. They are handed out once; what is kept is their SHA-256,
/// which is enough for a secret nobody could guess.
public record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Token random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public String hashText() {
    return HexFormat.of().formatHex(hash());
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
