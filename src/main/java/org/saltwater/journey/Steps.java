package org.saltwater.journey;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Tells each step with the time it took, as it happens.
final class Steps {
  private static final int WIDTH = 66;

  private final PrintStream out;
  private final long begun = System.nanoTime();
  private int done;
  private String current = "";

  Steps(PrintStream out) {
    this.out = out;
  }

  <T> T take(String what, Supplier<T> step) {
    current = what;
    out.print("  " + what + " ".repeat(Math.max(1, WIDTH - what.length())));
    out.flush();
    var start = System.nanoTime();
    try {
      var result = step.get();
      done++;
      out.println(String.format(Locale.ROOT, "%6d ms", since(start).toMillis()));
      return result;
    } catch (Surprise surprise) {
      out.println("  stopped");
      throw surprise;
    }
  }

  void run(String what, Runnable step) {
    take(
        what,
        () -> {
          step.run();
          return done;
        });
  }

  int done() {
    return done;
  }

  /// The step that was taken last, as it was told.
  String current() {
    return current;
  }

  Duration time() {
    return since(begun);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
