package org.saltwater.matching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.Refusal;
import org.saltwater.matching.MatchingProblem;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Whoever looks for a therapist: a client with an account, or a visitor whose browser holds their
/// questionnaire. They read their own answers.
@Component
class Seekers {
  private final IntakeVisits visits;
  private final Intakes intakes;

  Seekers(IntakeVisits visits, Intakes intakes) {
    this.visits = visits;
    this.intakes = intakes;
  }

  /// Empty while the questionnaire is not finished.
  Optional<MatchingAnswers> find(HttpServletRequest request) {
    return visits.find(request).flatMap(client -> intakes.matchingAnswers(Evidence.own(client)));
  }

  /// @throws Refusal `answers-needed`
  MatchingAnswers get(HttpServletRequest request) {
    return find(request).orElseThrow(() -> new Refusal(MatchingProblem.ANSWERS_NEEDED));
  }
}
