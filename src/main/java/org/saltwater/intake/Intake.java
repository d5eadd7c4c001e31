package org.saltwater.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.intake.questionnaire.Questionnaire;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.intake.questionnaire.Walk;
import org.saltwater.kernel.ClientId;

/// One person's questionnaire, opened.
///
/// @param given everything ever answered, also where it no longer counts
/// @param walk the way these answers open
/// @param at the page to go on with; empty at the beginning
public record Intake(
    UUID id,
    ClientId client,
    Questionnaire questionnaire,
    Responses given,
    Walk walk,
    Optional<String> at,
    Instant begunAt,
    Instant changedAt,
    Optional<Instant> completedAt) {

  @Override
  public String toString() {
    return "Intake[" + id + "]";
  }
}
