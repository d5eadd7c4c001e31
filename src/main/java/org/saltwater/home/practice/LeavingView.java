package org.saltwater.home.practice;

import java.util.List;
import org.saltwater.site.FormErrors;
import org.saltwater.therapists.TherapistProfile;

/// A therapist leaves: who looks after their clients until those have chosen.
///
/// @param name what was looked for among the deputies
public record LeavingView(
    TherapistProfile therapist,
    int clients,
    String name,
    List<TherapistProfile> deputies,
    FormErrors errors) {}
