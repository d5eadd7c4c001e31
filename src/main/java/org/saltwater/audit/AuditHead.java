package org.saltwater.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A point in the chain. SHA-256, FIPS 180-4.
///
/// @param seq how many entries are linked up to here
/// @param hash over all of them, in hexadecimal
record AuditHead(long seq, String hash) {
  static final AuditHead START = new AuditHead(0, "00".repeat(32));

  AuditHead next(AuditRow row) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(hash));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq + 1).array());
      digest.update(row.bytes());
      digest.update(HexFormat.of().parseHex(row.seal()));
      return new AuditHead(seq + 1, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
