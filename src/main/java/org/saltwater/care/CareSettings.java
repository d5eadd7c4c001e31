package org.saltwater.care;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a practice decides about care.
///
/// @param summaryWithin how long the therapist before may add a summary to a handover
/// @param onCallFor how long a record opened by someone on call stays open
@ConfigurationProperties("saltwater.care")
record CareSettings(
    @DefaultValue("7d") Duration summaryWithin, @DefaultValue("1h") Duration onCallFor) {}
