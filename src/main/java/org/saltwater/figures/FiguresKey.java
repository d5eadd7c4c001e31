package org.saltwater.figures;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.KeyWrapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals cases: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits, under a key of its
// own
/// that lies wrapped under the installation's root key. A copy of the database alone says nothing
/// about how anyone is.
@Component
class FiguresKey implements KeyWrapping.Wrapped {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final String PURPOSE = "figures.case";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final JdbcClient jdbc;
  private final KeyWrapping wrapping;
  private final SecureRandom random = new SecureRandom();
  private volatile @Nullable SecretKeySpec key;

  FiguresKey(JdbcClient jdbc, KeyWrapping wrapping) {
    this.jdbc = jdbc;
    this.wrapping = wrapping;
  }

  byte[] close(byte[] text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.ENCRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, nonce));
      var stored = new byte[NONCE + text.length + TAG_BITS / 8];
      System.arraycopy(nonce, 0, stored, 0, NONCE);
      cipher.doFinal(text, 0, text.length, stored, NONCE);
      return stored;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal a case", e);
    }
  }

  /// @throws IllegalStateException if it was changed, or sealed under another key
  byte[] open(byte[] stored) {
    try {
      var cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, stored, 0, NONCE));
      return cipher.doFinal(stored, NONCE, stored.length - NONCE);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalStateException("a case does not open", e);
    }
  }

  @Override
  public void wrapAnew() {
    find()
        .ifPresent(
            wrapped ->
                jdbc.sql("update figures_key set wrapped = ?")
                    .param(wrapping.wrap(wrapping.unwrap(wrapped, PURPOSE), PURPOSE))
                    .update());
  }

  private SecretKeySpec key() {
    var known = key;
    if (known == null) {
      known = new SecretKeySpec(find().map(this::unwrap).orElseGet(this::make), "AES");
      key = known;
    }
    return known;
  }

  /// A root key that is gone takes the cases with it; the next gathering makes them anew. One that
  /// only can't be asked now takes nothing.
  private byte[] unwrap(byte[] wrapped) {
    try {
      return wrapping.unwrap(wrapped, PURPOSE);
    } catch (KeyWrapping.Gone gone) {
      jdbc.sql("delete from figures_case").update();
      jdbc.sql("delete from figures_key where wrapped = ?").param(wrapped).update();
      return make();
    }
  }

  /// Whichever node comes first makes it.
  private byte[] make() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    jdbc.sql("insert into figures_key (wrapped) values (?) on conflict do nothing")
        .param(wrapping.wrap(bytes, PURPOSE))
        .update();
    return wrapping.unwrap(find().orElseThrow(), PURPOSE);
  }

  private Optional<byte[]> find() {
    return jdbc.sql("select wrapped from figures_key")
        .query((row, _) -> row.getBytes(1))
        .optional();
  }
}
