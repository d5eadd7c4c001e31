package org.saltwater.sessions.phone;

/// What the client needs to call in themselves.
///
/// @param number the practice's
/// @param pin for the client alone, and for this hour
public record DialIn(String number, String pin) {
  /// As it is read out and typed, in two groups.
  public String spaced() {
    return pin.substring(0, pin.length() / 2) + " " + pin.substring(pin.length() / 2);
  }

  @Override
  public String toString() {
    return "DialIn[redacted]";
  }
}
