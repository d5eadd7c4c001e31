package org.saltwater.vault;

/// There is no root key, or it can't be opened. The message is for the operator.
public class RootKeyUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RootKeyUnavailable(String message) {
    super(message);
  }

  RootKeyUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
