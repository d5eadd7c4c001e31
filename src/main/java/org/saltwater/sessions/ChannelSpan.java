package org.saltwater.sessions;

import java.time.Instant;
import java.util.Optional;
import org.saltwater.kernel.Modality;

/// A stretch of an hour that was held in one way.
///
/// @param stoppedAt empty while it lasts
public record ChannelSpan(Modality channel, Instant startedAt, Optional<Instant> stoppedAt) {}
