package org.saltwater.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A point in the chain: how many entries are linked up to here, and the hash over all of them.
/// SHA-256, FIPS 180-4.
record AuditHead(long seq, byte[] hash) {
  static final AuditHead START = new AuditHead(0, new byte[32]);

  AuditHead next(AuditRow row) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(hash);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq + 1).array());
      digest.update(row.bytes());
      digest.update(row.seal());
      return new AuditHead(seq + 1, digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuditHead head
        && head.seq == seq
        && MessageDigest.isEqual(head.hash, hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }
}
