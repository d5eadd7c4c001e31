package org.saltwater.intake;

/// How much a wish weighs. What must or must not be decides who is shown; the rest only who comes
/// first.
public enum Weight {
  MUST,
  WOULD_LIKE,
  NO_MATTER,
  MUST_NOT
}
