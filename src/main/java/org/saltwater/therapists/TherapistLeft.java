package org.saltwater.therapists;

import org.saltwater.kernel.TherapistId;

/// A therapist has left the practice for good; the deputy looks after each of their clients until
/// the client has chosen anew.
public record TherapistLeft(TherapistId therapist, TherapistId deputy) {}
