package org.saltwater.care;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.matching.Explanation;
import org.saltwater.matching.HardFilter;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.Matching;
import org.saltwater.matching.Obstacle;
import org.saltwater.safety.RiskLevel;
import org.saltwater.therapists.TherapistProblem;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Whether a change may lead to a therapist: as for a first booking, where they may practise, whom
/// they can take on, how and in which languages they meet, and what the client said must be or must
/// not be. Whoever stays with a deputy knows them already, and is held to the law and to safety
/// alone.
@Component
class ChangeFit {
  private static final Set<HardFilter> OF_THE_ANSWERS =
      EnumSet.of(HardFilter.LANGUAGE, HardFilter.MODALITY, HardFilter.CLIENT_EXCLUSIONS);

  private final Intakes intakes;
  private final Therapists therapists;
  private final Matching matching;
  private final WaysToMeet ways;

  ChangeFit(Intakes intakes, Therapists therapists, Matching matching, WaysToMeet ways) {
    this.intakes = intakes;
    this.therapists = therapists;
    this.matching = matching;
    this.ways = ways;
  }

  /// @param current whom the client is with now; to stay is a choice only with a deputy
  /// @param modality null if no hour is booked with it
  /// @throws Refusal `change-unfinished`, `same-therapist`, `questionnaire-needed`,
  ///     `therapist-does-not-fit`, `therapist-full`
  void require(
      TherapistChange change, Episode current, TherapistId to, @Nullable Modality modality) {
    if (change.travels().isEmpty()) {
      throw new Refusal(CareProblem.CHANGE_UNFINISHED);
    }
    if (to.equals(current.therapist()) && !current.isDeputy()) {
      throw new Refusal(CareProblem.SAME_THERAPIST);
    }
    var answers =
        intakes
            .matchingAnswers(Evidence.own(change.client()))
            .orElseThrow(() -> new Refusal(CareProblem.QUESTIONNAIRE_NEEDED));
    var profile = therapists.get(to);
    if (!profile.isLicensedFor(answers.where())
        || (modality != null && !ways.among(profile.modalities()).contains(modality))
        || (answers.risk() == RiskLevel.HIGH && !profile.worksWithHighRisk())) {
      throw new Refusal(CareProblem.THERAPIST_DOES_NOT_FIT);
    }
    if (!to.equals(current.therapist()) && isAgainst(answers, to)) {
      throw new Refusal(CareProblem.THERAPIST_DOES_NOT_FIT);
    }
    if (profile.free() == 0) {
      throw new Refusal(TherapistProblem.THERAPIST_FULL);
    }
  }

  private boolean isAgainst(MatchingAnswers answers, TherapistId to) {
    return matching.explain(MatchRequest.of(answers), to) instanceof Explanation.DoesNotFit not
        && not.obstacles().stream().map(Obstacle::filter).anyMatch(OF_THE_ANSWERS::contains);
  }
}
