package org.saltwater.crying.ladder;

import java.time.Instant;
import java.util.Optional;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;

/// A client's ladder: where it stands, and who may see how much of it. Its steps are read apart.
///
/// @param onlyInSession the client practises with their therapist only
/// @param sharedWith the one therapist who may see it, as far as `shared` goes
/// @param madeAt when it was begun; until then, when it was offered
/// @param pause the pause it is in, if it is
public record Ladder(
    ClientId client,
    LadderState state,
    boolean onlyInSession,
    Sharing shared,
    Optional<PersonId> sharedWith,
    Instant madeAt,
    Optional<Pause> pause) {

  /// As it is shared now: with nobody unless that is the client's therapist of now.
  Ladder seenBy(Optional<PersonId> therapist) {
    return sharedWith.isEmpty() || sharedWith.equals(therapist)
        ? this
        : new Ladder(
            client, state, onlyInSession, Sharing.NOTHING, Optional.empty(), madeAt, pause);
  }

  public boolean isSharedWith(PersonId reader, Sharing least) {
    return sharedWith.filter(reader::equals).isPresent() && shared.compareTo(least) >= 0;
  }

  /// A therapist has proposed steps, and the client has not begun.
  public boolean isOffered() {
    return state == LadderState.OFFERED;
  }

  public boolean isPaused() {
    return state == LadderState.PAUSED;
  }

  @Override
  public String toString() {
    return "Ladder[" + client + "]";
  }
}
