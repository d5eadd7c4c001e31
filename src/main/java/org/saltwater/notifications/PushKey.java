package org.saltwater.notifications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.KeyWrapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The key by which push services know this practice (VAPID, RFC 8292): made when it is first
/// needed, the same on every node, its private half wrapped under the installation's root key.
@Component
class PushKey implements KeyWrapping.Wrapped {
  private static final String PURPOSE = "notifications.push";
  private static final int COORDINATE = 32;

  private record Known(PrivateKey secret, String publicKey) {}

  private final JdbcClient jdbc;
  private final KeyWrapping wrapping;
  private volatile @Nullable Known known;

  PushKey(JdbcClient jdbc, KeyWrapping wrapping) {
    this.jdbc = jdbc;
    this.wrapping = wrapping;
  }

  /// The public half as browsers take it: an uncompressed point in base64url.
  String publicKey() {
    return known().publicKey();
  }

  /// A token that says for whom it is and until when (RFC 7519, ES256).
  String sign(String claims) {
    try {
      var text = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(claims);
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(known().secret());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign for a push service", e);
    }
  }

  @Override
  public void wrapAnew() {
    findWrapped()
        .ifPresent(
            wrapped ->
                jdbc.sql("update notifications_push_key set wrapped = ?")
                    .param(wrapping.wrap(wrapping.unwrap(wrapped, PURPOSE), PURPOSE))
                    .update());
  }

  private Known known() {
    var current = known;
    if (current == null) {
      current = findWrapped().map(this::unwrap).orElseGet(this::make);
      known = current;
    }
    return current;
  }

  /// A root key that is gone takes the devices with it: they know us by the key that it wrapped.
  // One
  /// that only can't be asked now takes nothing.
  ///
  /// @throws IllegalStateException if it does not open now
  private Known unwrap(byte[] wrapped) {
    byte[] secret;
    try {
      secret = wrapping.unwrap(wrapped, PURPOSE);
    } catch (KeyWrapping.Gone gone) {
      jdbc.sql("delete from notifications_push_device").update();
      jdbc.sql("delete from notifications_push_key where wrapped = ?").param(wrapped).update();
      return make();
    }
    return read(secret);
  }

  /// Whichever node comes first makes it.
  private Known make() {
    var pair = generate();
    jdbc.sql(
            "insert into notifications_push_key (public, wrapped) values (?, ?) on conflict do"
                + " nothing")
        .params(
            point((ECPublicKey) pair.getPublic()),
            wrapping.wrap(pair.getPrivate().getEncoded(), PURPOSE))
        .update();
    return read(wrapping.unwrap(findWrapped().orElseThrow(), PURPOSE));
  }

  private Known read(byte[] secret) {
    var stored =
        jdbc.sql("select public from notifications_push_key")
            .query((row, _) -> row.getBytes(1))
            .single();
    try {
      var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(secret));
      return new Known(key, encoded(stored));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key for push services can't be read", e);
    }
  }

  private Optional<byte[]> findWrapped() {
    return jdbc.sql("select wrapped from notifications_push_key")
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  private static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no P-256", e);
    }
  }

  private static byte[] point(ECPublicKey key) {
    var point = new byte[1 + 2 * COORDINATE];
    point[0] = 4;
    copy(key.getW().getAffineX().toByteArray(), point, 1);
    copy(key.getW().getAffineY().toByteArray(), point, 1 + COORDINATE);
    return point;
  }

  /// Big-endian, filled up in front, without the sign.
  private static void copy(byte[] number, byte[] point, int at) {
    var from = Math.max(0, number.length - COORDINATE);
    var digits = Arrays.copyOfRange(number, from, number.length);
    System.arraycopy(digits, 0, point, at + COORDINATE - digits.length, digits.length);
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
