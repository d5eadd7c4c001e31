package org.saltwater.command;

/// The platform does not start as it is asked to; the message tells an operator what to do.
class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
