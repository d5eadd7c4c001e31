package org.saltwater.intake;

/// What a wish for the therapist is about.
public enum WishKind {
  GENDER,
  AGE_BAND,
  APPROACH,
  SPECIALTY
}
