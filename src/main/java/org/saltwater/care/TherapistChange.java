package org.saltwater.care;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Scope;

/// A client's way from one therapist to another. No reason is asked for.
///
/// @param to empty until it is done
/// @param travels what the next therapist gets to see; empty until the client has chosen
public record TherapistChange(
    UUID id,
    ClientId client,
    TherapistId from,
    Optional<TherapistId> to,
    ChangeState state,
    Optional<Set<Scope>> travels,
    Instant begunAt,
    Optional<Instant> doneAt) {
  /// What a client may let travel; contact details are not among it: they are for emergencies
  /// only.
  public static final List<Scope> PARTS =
      List.of(
          Scope.QUESTIONNAIRE,
          Scope.SCORES,
          Scope.GOALS,
          Scope.APPOINTMENTS,
          Scope.SUMMARY,
          Scope.MESSAGES);

  /// What travels unless the client says otherwise: enough not to tell the story again. Messages
  /// were written to one person, and stay with them unless the client hands them on.
  public static final Set<Scope> USUALLY =
      Set.of(Scope.QUESTIONNAIRE, Scope.SCORES, Scope.GOALS, Scope.APPOINTMENTS, Scope.SUMMARY);
}
