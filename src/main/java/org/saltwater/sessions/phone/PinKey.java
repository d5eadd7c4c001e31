package org.saltwater.sessions.phone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.KeyWrapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes of a PIN what is stored: HMAC-SHA-256 (RFC 2104) under a key that lies wrapped under the
/// installation's root key. Eight digits are soon guessed from a plain hash; without the root key,
/// whoever holds the database can try none.
@Component
class PinKey implements KeyWrapping.Wrapped {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "sessions.pin";

  private final JdbcClient jdbc;
  private final KeyWrapping wrapping;
  private volatile @Nullable SecretKeySpec key;

  PinKey(JdbcClient jdbc, KeyWrapping wrapping) {
    this.jdbc = jdbc;
    this.wrapping = wrapping;
  }

  byte[] hash(String pin) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return mac.doFinal(pin.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void wrapAnew() {
    find().ifPresent(wrapped -> put(wrapping.wrap(wrapping.unwrap(wrapped, PURPOSE), PURPOSE)));
  }

  private SecretKeySpec key() {
    var known = key;
    if (known == null) {
      known = new SecretKeySpec(find().map(this::open).orElseGet(this::make), ALGORITHM);
      key = known;
    }
    return known;
  }

  /// A root key that is gone takes the PINs of the hour with it, and nothing else; one that only
  /// can't be asked now takes not even those.
  private byte[] open(byte[] wrapped) {
    try {
      return wrapping.unwrap(wrapped, PURPOSE);
    } catch (KeyWrapping.Gone gone) {
      jdbc.sql("delete from sessions_pin_key where wrapped = ?").param(wrapped).update();
      return make();
    }
  }

  /// Whichever node comes first makes it.
  private byte[] make() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    jdbc.sql("insert into sessions_pin_key (wrapped) values (?) on conflict do nothing")
        .param(wrapping.wrap(bytes, PURPOSE))
        .update();
    return wrapping.unwrap(find().orElseThrow(), PURPOSE);
  }

  private Optional<byte[]> find() {
    return jdbc.sql("select wrapped from sessions_pin_key")
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  private void put(byte[] wrapped) {
    jdbc.sql("update sessions_pin_key set wrapped = ?").param(wrapped).update();
  }
}
