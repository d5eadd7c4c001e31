package org.saltwater.matching;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.TherapistId;
import org.saltwater.site.Words;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Introduces therapists to a client in words, wherever somebody chooses: after the questionnaire,
/// and when a client changes therapist.
@Component
public class Introductions {
  private final Therapists therapists;
  private final MatchingSettings settings;

  Introductions(Therapists therapists, MatchingSettings settings) {
    this.therapists = therapists;
    this.settings = settings;
  }

  /// In the order of the candidates.
  public List<Introduction> of(
      Collection<Candidate> candidates, MatchingAnswers answers, Words words) {
    var profiles =
        therapists.listAllOf(candidates.stream().map(Candidate::therapist).toList()).stream()
            .collect(Collectors.toMap(TherapistProfile::id, Function.identity()));
    var told = new MatchWords(words, answers.zone());
    return candidates.stream()
        .flatMap(
            candidate ->
                Stream.ofNullable(profiles.get(candidate.therapist()))
                    .map(profile -> introduction(candidate, profile, told)))
        .toList();
  }

  private Introduction introduction(
      Candidate candidate, TherapistProfile profile, MatchWords words) {
    return new Introduction(
        profile.id().toString(),
        profile.name(),
        words.profile().line(profile),
        words.reasons(candidate.reasons(), profile),
        candidate.soonest(),
        words.hour(candidate.soonest()),
        words.zone().getId().replace('_', ' '),
        words.how(candidate),
        "/book/" + profile.id() + hour(candidate),
        "/book/" + profile.id(),
        new ScoreWords(words.words(), settings.withinDays()).parts(candidate));
  }

  private static String hour(Candidate candidate) {
    return "?start=" + candidate.soonest() + "&modality=" + candidate.modality();
  }

  /// What a client could let go of, and what that would bring, one sentence each.
  public List<String> relaxations(
      List<Relaxation> relaxations, MatchingAnswers answers, Words words) {
    var told = new MatchWords(words, answers.zone());
    return relaxations.stream().map(told::relaxation).toList();
  }

  /// Why a therapist does not fit, one sentence each.
  public List<String> obstacles(
      TherapistId therapist,
      List<Obstacle> obstacles,
      MatchingAnswers answers,
      int withinDays,
      Words words) {
    var profile = therapists.get(therapist);
    var told = new MatchWords(words, answers.zone());
    return obstacles.stream()
        .map(obstacle -> told.obstacle(obstacle, profile, answers, withinDays))
        .toList();
  }
}
