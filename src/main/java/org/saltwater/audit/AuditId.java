package org.saltwater.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Ids that grow with time, so that new entries lie together in the index: UUID version 7, RFC
/// 9562.
final class AuditId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private AuditId() {}

  static UUID next(Instant at) {
    var count = COUNT.getAndIncrement() & 0xfff;
    var high = (at.toEpochMilli() << 16) | 0x7000 | count;
    var low = (RANDOM.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low);
  }
}
