package org.saltwater.intake;

/// One wish for the therapist.
///
/// @param value the name of the enum constant in the therapist's profile that it is about, such as
///     `WOMAN`
public record Wish(WishKind kind, String value, Weight weight) {
  @Override
  public String toString() {
    return "Wish[redacted]";
  }
}
