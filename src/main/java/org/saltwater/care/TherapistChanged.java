package org.saltwater.care;

import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// A client has gone from one therapist to another.
public record TherapistChanged(ClientId client, TherapistId from, TherapistId to) {}
