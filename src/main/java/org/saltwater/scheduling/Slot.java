package org.saltwater.scheduling;

import java.time.Instant;
import org.saltwater.kernel.TherapistId;

/// A time with one therapist that could be booked, from its start up to but not including its end.
public record Slot(TherapistId therapist, Instant start, Instant end) {}
