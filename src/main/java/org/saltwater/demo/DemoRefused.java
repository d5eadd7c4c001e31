package org.saltwater.demo;

/// A demo is not made as it is asked for; the message says what to do.
public class DemoRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoRefused(String message) {
    super(message);
  }
}
