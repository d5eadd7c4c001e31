package org.saltwater.scheduling;

import java.util.Set;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// What the calendar asks of whoever knows who treats whom; it stands below them and cannot look.
public interface Treatment {
  /// Whom a therapist treats now.
  Set<ClientId> clientsOf(TherapistId therapist);
}
