package org.saltwater.home.practice;

import org.saltwater.site.FormErrors;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;

/// One therapist, as a coordinator sees them.
///
/// @param clients how many they treat now; who they are stays between the two
/// @param places as typed, so that a slip can be mended
public record StaffView(
    TherapistProfile therapist,
    int clients,
    String places,
    boolean paused,
    FormErrors errors,
    boolean saved) {
  static StaffView of(TherapistProfile therapist, int clients, boolean saved) {
    return new StaffView(
        therapist,
        clients,
        Integer.toString(therapist.capacity()),
        therapist.standing() == Standing.PAUSED,
        FormErrors.none(),
        saved);
  }

  public boolean hasLeft() {
    return therapist.standing() == Standing.LEFT;
  }
}
