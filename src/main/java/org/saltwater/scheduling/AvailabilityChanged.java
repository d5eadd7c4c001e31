package org.saltwater.scheduling;

import org.saltwater.kernel.TherapistId;

/// A therapist's hours, exceptions or rules are different now.
public record AvailabilityChanged(TherapistId therapist) {}
