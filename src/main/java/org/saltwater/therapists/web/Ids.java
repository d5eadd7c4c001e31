package org.saltwater.therapists.web;

import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.TherapistProblem;

final class Ids {
  private Ids() {}

  /// @throws Refusal `therapist-unknown` if this is no id at all
  static TherapistId therapist(@Nullable String text) {
    if (text == null) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
    try {
      return TherapistId.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
  }
}
