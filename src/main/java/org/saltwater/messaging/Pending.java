package org.saltwater.messaging;

import java.util.concurrent.CompletableFuture;

/// A message that waits for the next flush, and whoever waits for its receipt.
record Pending(NewMessage message, CompletableFuture<Receipt> receipt) {
  static Pending of(NewMessage message) {
    return new Pending(message, new CompletableFuture<>());
  }
}
