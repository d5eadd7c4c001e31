package org.saltwater.matching;

import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// Who comes first among equals: drawn by lot, once for each client, so that neither the alphabet
/// nor the date of joining favours anybody, and a client who comes back sees the same order.
///
/// The lot is (a·t + b) mod (2⁶¹ − 1) with a and b from the client's random id and t from the
/// therapist's: a universal hash (Carter & Wegman 1979) that plain SQL can compute as well.
record FairOrder(long a, long b) {
  private static final long PRIME = (1L << 61) - 1;
  private static final long LOW_60 = (1L << 60) - 1;

  static FairOrder of(ClientId client) {
    return new FairOrder(
        Math.max(1, client.value().getLeastSignificantBits() & LOW_60),
        client.value().getMostSignificantBits() & LOW_60);
  }

  /// The therapist's part of the lot: the last 15 hex digits of the id.
  static long key(TherapistId therapist) {
    return keyOf(therapist.value());
  }

  private static long keyOf(UUID id) {
    return id.getLeastSignificantBits() & LOW_60;
  }

  /// The lower comes first.
  long lot(long key) {
    var low = a * key;
    var folded = (low & PRIME) + ((Math.multiplyHigh(a, key) << 3) | (low >>> 61));
    return reduced(reduced(folded) + b);
  }

  private static long reduced(long value) {
    var once = (value & PRIME) + (value >>> 61);
    return once >= PRIME ? once - PRIME : once;
  }
}
