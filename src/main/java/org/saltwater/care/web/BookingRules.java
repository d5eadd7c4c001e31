package org.saltwater.care.web;

import java.time.ZoneId;
import java.util.Optional;
import org.saltwater.care.CareProblem;
import org.saltwater.care.Episodes;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.matching.Explanation;
import org.saltwater.matching.HardFilter;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.Matching;
import org.saltwater.safety.RiskLevel;
import org.saltwater.therapists.TherapistProblem;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Who may book with whom: what the first hour together asks for, whichever way the client came.
@Component
class BookingRules {
  private final Episodes episodes;
  private final Therapists therapists;
  private final Intakes intakes;
  private final Matching matching;
  private final WaysToMeet ways;

  BookingRules(
      Episodes episodes,
      Therapists therapists,
      Intakes intakes,
      Matching matching,
      WaysToMeet ways) {
    this.episodes = episodes;
    this.therapists = therapists;
    this.intakes = intakes;
    this.matching = matching;
    this.ways = ways;
  }

  /// Where the client's clock runs, as far as the questionnaire tells.
  Optional<ZoneId> findZone(ClientId client) {
    return findAnswers(client).map(MatchingAnswers::zone);
  }

  /// Someone new to a therapist has answered the questionnaire and passes the filters that matching
  /// shows them by, whichever way they came here. When they meet is their own choice.
  ///
  /// @throws Refusal no-way-to-meet, already-with-therapist, questionnaire-first, therapist-full,
  ///     and the others of [BookingProblem]
  void check(ClientId client, TherapistId therapist) {
    if (ways.among(therapists.get(therapist).modalities()).isEmpty()) {
      throw new Refusal(BookingProblem.NO_WAY_TO_MEET);
    }
    if (isWith(client, therapist)) {
      return;
    }
    var answers =
        findAnswers(client).orElseThrow(() -> new Refusal(BookingProblem.QUESTIONNAIRE_FIRST));
    if (therapists.get(therapist).free() == 0) {
      throw new Refusal(TherapistProblem.THERAPIST_FULL);
    }
    if (matching.explain(MatchRequest.of(answers), therapist)
        instanceof Explanation.DoesNotFit not) {
      not.obstacles().stream()
          .flatMap(obstacle -> problem(obstacle.filter()).stream())
          .findFirst()
          .ifPresent(
              problem -> {
                throw new Refusal(problem);
              });
    }
  }

  /// Once more when a held time is booked, on what is stored now: what the law and safety ask for.
  void checkStill(ClientId client, TherapistId therapist) {
    if (isWith(client, therapist)) {
      return;
    }
    var answers =
        findAnswers(client).orElseThrow(() -> new Refusal(BookingProblem.QUESTIONNAIRE_FIRST));
    var profile = therapists.get(therapist);
    if (!profile.isLicensedFor(answers.where())) {
      throw new Refusal(BookingProblem.NOT_LICENSED_THERE);
    }
    if (answers.risk() == RiskLevel.HIGH && !profile.worksWithHighRisk()) {
      throw new Refusal(BookingProblem.OTHER_EXPERIENCE_NEEDED);
    }
  }

  /// @throws Refusal already-with-therapist, if it is another one
  private boolean isWith(ClientId client, TherapistId therapist) {
    var open = episodes.listOpenFor(client);
    if (open.stream().anyMatch(it -> it.therapist().equals(therapist))) {
      return true;
    }
    if (!open.isEmpty()) {
      throw new Refusal(CareProblem.ALREADY_WITH_THERAPIST);
    }
    return false;
  }

  private static Optional<ProblemType> problem(HardFilter filter) {
    return switch (filter) {
      case LICENSED_WHERE_CLIENT_IS -> Optional.of(BookingProblem.NOT_LICENSED_THERE);
      case LANGUAGE -> Optional.of(BookingProblem.NO_COMMON_LANGUAGE);
      case MODALITY -> Optional.of(BookingProblem.NO_COMMON_WAY);
      case COMPETENT_FOR_RISK -> Optional.of(BookingProblem.OTHER_EXPERIENCE_NEEDED);
      case CLIENT_EXCLUSIONS -> Optional.of(BookingProblem.AGAINST_WISHES);
      case FREE_CAPACITY -> Optional.of(TherapistProblem.THERAPIST_FULL);
      case NOT_LEFT_OUT, BOOKABLE_SOON, HOURS_OVERLAP -> Optional.empty();
    };
  }

  private Optional<MatchingAnswers> findAnswers(ClientId client) {
    return intakes.matchingAnswers(Evidence.own(client));
  }
}
