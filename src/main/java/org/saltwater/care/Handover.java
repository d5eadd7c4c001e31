package org.saltwater.care;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Scope;

/// What a client let travel from one therapist to the next. Psychotherapy notes never do.
///
/// @param summaryUntil until when the therapist before may add a summary, if the client wanted one
/// @param summaryAt when they did
public record Handover(
    UUID id,
    UUID change,
    ClientId client,
    TherapistId from,
    TherapistId to,
    Set<Scope> parts,
    Instant madeAt,
    Instant summaryUntil,
    Optional<Instant> summaryAt) {
  public boolean awaitsSummary(Instant now) {
    return parts.contains(Scope.SUMMARY) && summaryAt.isEmpty() && now.isBefore(summaryUntil);
  }
}
