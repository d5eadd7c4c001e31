package org.saltwater.matching;

import java.util.Optional;
import org.saltwater.intake.Wish;

/// One reason why a therapist is not shown to a client.
///
/// @param wish the "must" or "must not" that stands in the way; only with
///     [HardFilter#CLIENT_EXCLUSIONS]
public record Obstacle(HardFilter filter, Optional<Wish> wish) {
  Obstacle(HardFilter filter) {
    this(filter, Optional.empty());
  }
}
