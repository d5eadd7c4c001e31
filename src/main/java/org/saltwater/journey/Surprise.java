package org.saltwater.journey;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Something other than what was expected. The message says both, and nothing of what people wrote.
class Surprise extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration PAUSE = Duration.ofMillis(50);

  Surprise(String expected, String came) {
    super("expected " + expected + ", but " + came);
  }

  /// @throws Surprise unless it holds
  static void unless(boolean holds, String expected, String came) {
    if (!holds) {
      throw new Surprise(expected, came);
    }
  }

  /// @throws Surprise unless it holds within a time
  static void unlessWithin(Duration time, BooleanSupplier holds, String expected, String came) {
    var end = System.nanoTime() + time.toNanos();
    while (!holds.getAsBoolean()) {
      unless(System.nanoTime() < end, expected, came + " after " + time.toSeconds() + " s");
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Surprise(expected, "the journey was stopped");
      }
    }
  }
}
