package org.saltwater.sessions;

import java.util.Optional;
import org.saltwater.kernel.ClientId;

/// What a client can do while they wait. `progress`, which stands above the room, answers it.
public interface BeforeTheHour {
  /// Where the questions for this hour are, if any are left.
  Optional<String> findQuestions(ClientId client);
}
