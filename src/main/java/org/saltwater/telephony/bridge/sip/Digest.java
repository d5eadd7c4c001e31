package org.saltwater.telephony.bridge.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to a trunk that asks who we are (RFC 7616 as SIP uses it, RFC 8760; MD5 as in RFC
/// 2617, which many trunks still ask for).
///
/// @param hash what the JDK calls the algorithm
record Digest(String algorithm, String hash, String realm, String nonce, boolean hasQuality) {
  private static final Map<String, String> HASHES =
      Map.of("SHA-512-256", "SHA-512/256", "SHA-256", "SHA-256", "MD5", "MD5");
  private static final List<String> BEST_FIRST = List.of("SHA-512-256", "SHA-256", "MD5");

  /// @return empty for an algorithm we do not know
  static Optional<Digest> of(
      @Nullable String algorithm, String realm, String nonce, @Nullable String qualities) {
    var name = algorithm == null ? "MD5" : algorithm.replace("\"", "").toUpperCase(Locale.ROOT);
    var hash = HASHES.get(name);
    return hash == null
        ? Optional.empty()
        : Optional.of(
            new Digest(
                name,
                hash,
                realm,
                nonce,
                qualities != null && qualities.matches(".*\\bauth\\b.*")));
  }

  /// A greater one is stronger.
  int strength() {
    return -BEST_FIRST.indexOf(algorithm);
  }

  /// @param ours our own part of the nonce, used only if the trunk offered quality `auth`
  String answer(String user, String password, String method, String uri, String ours) {
    var secret = hashed(user + ":" + realm + ":" + password);
    var asked = hashed(method + ":" + uri);
    return hashed(
        hasQuality
            ? String.join(":", secret, nonce, "00000001", ours, "auth", asked)
            : String.join(":", secret, nonce, asked));
  }

  private String hashed(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Digest[" + algorithm + "]";
  }
}
