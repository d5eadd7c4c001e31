package org.saltwater.therapists.web;

import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.TherapistProblem;

final class Ids {
  private Ids() {}

  /// @throws Refusal `therapist-unknown` if this is no id at all
  static TherapistId therapist(String text) {
    try {
      return TherapistId.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
  }
}
