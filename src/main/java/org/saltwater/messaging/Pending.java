package org.saltwater.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A message that waits for the next flush, and whoever waits for its receipt.
///
/// @param since when it came, on the machine's own ticking, in nanoseconds
record Pending(NewMessage message, CompletableFuture<Receipt> receipt, long since) {
  static Pending of(NewMessage message) {
    return new Pending(message, new CompletableFuture<>(), System.nanoTime());
  }

  boolean hasWaited(Duration time) {
    return System.nanoTime() - since >= time.toNanos();
  }
}
