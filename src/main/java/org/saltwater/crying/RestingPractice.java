package org.saltwater.crying;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;

/// What a therapist is told of their clients' practice, shared or not: that it rests, whose, and
/// since when. Why, the client can tell.
public interface RestingPractice {
  /// A practice that rests.
  record Resting(UUID id, ClientId client, Instant since) {}

  /// Of the therapist's clients; those they have put aside are not among them. The oldest first.
  List<Resting> listToSee(TherapistId therapist);
}
