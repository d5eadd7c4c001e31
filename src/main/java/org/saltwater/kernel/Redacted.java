package org.saltwater.kernel;

/// A value that must not reach a log, an exception or a page by accident: it prints as
/// `[redacted]`.
public record Redacted<T>(T value) {
  @Override
  public String toString() {
    return "[redacted]";
  }
}
