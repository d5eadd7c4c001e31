package org.saltwater.care;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a practice decides about care.
///
/// @param severalTherapists whether a client may have more than one therapist at a time
/// @param summaryWithin how long the therapist before may add a summary to a handover
/// @param onCallFor how long a record opened by someone on call stays open
@ConfigurationProperties("saltwater.care")
record CareSettings(
    @DefaultValue("false") boolean severalTherapists,
    @DefaultValue("7d") Duration summaryWithin,
    @DefaultValue("1h") Duration onCallFor) {}
