package org.saltwater.therapists;

import org.saltwater.kernel.TherapistId;

/// Anything in a profile is new: what they offer, their places, whether they take clients.
public record TherapistProfileChanged(TherapistId therapist) {}
