package org.saltwater.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.saltwater.kernel.PrivateFile;

/// The key that seals entries and the anchor. It lives in a file, so whoever holds only the
/// database can neither forge an entry nor move the anchor. HMAC-SHA-256, RFC 2104.
final class AuditKey {
  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  private AuditKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  static boolean existsIn(Path data) {
    return Files.exists(fileIn(data));
  }

  static Path fileIn(Path data) {
    return data.resolve("keys").resolve("audit.key");
  }

  /// @throws IllegalStateException if the key is missing though the log holds entries: a new one
  ///     would make every old entry look forged
  static AuditKey in(Path data, boolean logIsEmpty) {
    var file = fileIn(data);
    try {
      if (!Files.exists(file)) {
        if (!logIsEmpty) {
          throw new IllegalStateException(
              "The audit log holds entries, but its key is missing. Put it back at " + file);
        }
        make(file);
      }
      return new AuditKey(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the audit key at " + file, e);
    }
  }

  private static void make(Path file) throws IOException {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    PrivateFile.write(file, HexFormat.of().formatHex(bytes));
  }

  byte[] mac(byte[] bytes) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "AuditKey[redacted]";
  }
}
