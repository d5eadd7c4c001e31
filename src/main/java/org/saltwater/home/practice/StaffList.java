package org.saltwater.home.practice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;

/// A page of the therapists, or those whose name holds what was looked for.
///
/// @param name what was looked for; empty for all
/// @param after the last one shown, if there are more
public record StaffList(
    String name, List<TherapistProfile> therapists, Optional<TherapistId> after) {
  static final int SIZE = 25;

  static StaffList of(Therapists therapists, String name, @Nullable TherapistId after) {
    if (!name.isBlank()) {
      return new StaffList(name.strip(), therapists.listNamed(name, SIZE), Optional.empty());
    }
    var found = therapists.listFrom(after, SIZE + 1);
    var shown = found.subList(0, Math.min(SIZE, found.size()));
    return new StaffList(
        "", shown, found.size() > SIZE ? Optional.of(shown.getLast().id()) : Optional.empty());
  }

  public String standingKey(TherapistProfile therapist) {
    var full = therapist.standing() == Standing.ACTIVE && therapist.free() == 0;
    return "home.practice.standing."
        + (full ? "full" : therapist.standing().name().toLowerCase(Locale.ROOT));
  }

  public @Nullable String older() {
    return after.map(last -> "/practice/therapists?after=" + last).orElse(null);
  }
}
