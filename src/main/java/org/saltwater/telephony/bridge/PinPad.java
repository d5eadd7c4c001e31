package org.saltwater.telephony.bridge;

import java.util.Optional;
import org.saltwater.telephony.bridge.rtp.Prompt;

/// A caller who is not let in yet: hears the prompt and presses keys. A PIN ends with `#`, with a
/// pause of three seconds, or with its twelfth digit.
final class PinPad {
  static final int MOST_TRIES = 3;
  private static final int MOST_DIGITS = 12;
  private static final long PAUSE_MS = 3_000;
  private static final long PATIENCE_MS = 90_000;

  private final Prompt prompt;
  private final long began = System.nanoTime();
  private final StringBuilder pressed = new StringBuilder();
  private long pressedAt;
  private boolean isAsked;
  private int tries;
  private int played;

  PinPad(Prompt prompt) {
    this.prompt = prompt;
  }

  synchronized byte[] sound() {
    return prompt.packet(played++);
  }

  /// @return the PIN, if it is complete with this key
  synchronized Optional<String> press(char key) {
    pressedAt = System.nanoTime();
    if (isAsked) {
      return Optional.empty();
    }
    if (key >= '0' && key <= '9') {
      pressed.append(key);
    }
    return key == '#' || pressed.length() == MOST_DIGITS ? complete() : Optional.empty();
  }

  /// @return the PIN, if it is complete because nothing more was pressed
  synchronized Optional<String> look() {
    return !isAsked && !pressed.isEmpty() && since(pressedAt) > PAUSE_MS
        ? complete()
        : Optional.empty();
  }

  /// @return whether the caller may try again
  synchronized boolean wasWrong() {
    isAsked = false;
    return ++tries < MOST_TRIES;
  }

  /// What was entered could not be looked up: it was no try.
  synchronized void askAgain() {
    isAsked = false;
  }

  synchronized boolean isOutOfTime() {
    return since(began) > PATIENCE_MS;
  }

  private Optional<String> complete() {
    if (pressed.isEmpty()) {
      return Optional.empty();
    }
    var pin = pressed.toString();
    pressed.setLength(0);
    isAsked = true;
    return Optional.of(pin);
  }

  private static long since(long moment) {
    return (System.nanoTime() - moment) / 1_000_000;
  }

  @Override
  public String toString() {
    return "PinPad[redacted]";
  }
}
