package org.saltwater.vault;

/// A sealed text did not open: it was changed, moved, or sealed by another installation. It tells
/// nothing about the text, and is never a person's fault.
public class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(String what) {
    super("a seal is broken: " + what);
  }
}
