package org.saltwater.journey;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/// What an authenticator app shows (RFC 6238).
final class OneTimeCode {
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  /// @param secret in base 32 (RFC 4648 §6); spaces and padding do not matter
  static String of(String secret, Instant at) {
    try {
      var generator = new TimeBasedOneTimePasswordGenerator();
      var key = new SecretKeySpec(bytes(secret), generator.getAlgorithm());
      return generator.generateOneTimePasswordString(key, at, Locale.ROOT);
    } catch (InvalidKeyException | IllegalArgumentException e) {
      throw new Surprise("a secret to make codes from", "the one given cannot be used");
    }
  }

  private static byte[] bytes(String secret) {
    var bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (var character : secret.toUpperCase(Locale.ROOT).replaceAll("[\\s=]", "").toCharArray()) {
      var value = BASE_32.indexOf(character);
      Surprise.unless(value >= 0, "a secret in base 32", "it holds another sign");
      buffer = (buffer << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
