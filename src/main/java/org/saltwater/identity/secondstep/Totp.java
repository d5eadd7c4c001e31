package org.saltwater.identity.secondstep;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/// Time-based codes as RFC 6238 has them and every authenticator app makes them: six digits, thirty
/// seconds, HMAC-SHA-1, a secret of 160 bits.
final class Totp {
  private static final long STEP_SECONDS = 30;
  private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(6);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static byte[] newSecret() {
    var secret = new byte[20];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /// The step a code belongs to: the present one, or one beside it, since clocks differ and people
  /// type slowly (RFC 6238 §5.2).
  ///
  /// @param last the step of the code used last; that one and older ones are not taken again
  static OptionalLong step(byte[] secret, String code, Instant now, long last) {
    var typed = code.replaceAll("\\s", "");
    long present = now.getEpochSecond() / STEP_SECONDS;
    var found = OptionalLong.empty();
    for (long step = present - 1; step <= present + 1; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.UTF_8),
              typed.getBytes(StandardCharsets.UTF_8));
      if (same && step > last) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(byte[] secret, Instant at) {
    return code(secret, at.getEpochSecond() / STEP_SECONDS);
  }

  private static String code(byte[] secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the picture says: the key URI format that authenticator apps read.
  static String uri(byte[] secret, String practice, String email) {
    return "otpauth://totp/"
        + encode(practice)
        + ":"
        + encode(email)
        + "?secret="
        + base32(secret)
        + "&issuer="
        + encode(practice);
  }

  /// RFC 4648 §6, without padding.
  static String base32(byte[] bytes) {
    return Base32.toBase32String(bytes).replace("=", "");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
