package org.saltwater.journey;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.bouncycastle.util.encoders.DecoderException;

/// What an authenticator app shows (RFC 6238).
final class OneTimeCode {
  private OneTimeCode() {}

  /// @param secret in base 32 (RFC 4648 §6); spaces and padding do not matter
  static String of(String secret, Instant at) {
    try {
      var generator = new TimeBasedOneTimePasswordGenerator();
      var key = new SecretKeySpec(bytes(secret), generator.getAlgorithm());
      return generator.generateOneTimePasswordString(key, at, Locale.ROOT);
    } catch (InvalidKeyException | DecoderException | IllegalArgumentException e) {
      throw new Surprise("a secret to make codes from", "the one given cannot be used");
    }
  }

  /// Apps and people leave the padding away that the standard asks for.
  private static byte[] bytes(String secret) {
    var signs = secret.toUpperCase(Locale.ROOT).replaceAll("[\\s=]", "");
    return Base32.decode(signs + "=".repeat((8 - signs.length() % 8) % 8));
  }
}
