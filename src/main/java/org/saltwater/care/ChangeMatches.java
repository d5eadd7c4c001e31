package org.saltwater.care;

import java.util.HashSet;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.MatchResult;
import org.saltwater.matching.Matching;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Who fits next: never the therapist before, and with what was missing taken in.
@Component
public class ChangeMatches {
  private final Matching matching;
  private final Intakes intakes;
  private final Episodes episodes;
  private final TherapistChanges changes;

  ChangeMatches(Matching matching, Intakes intakes, Episodes episodes, TherapistChanges changes) {
    this.matching = matching;
    this.intakes = intakes;
    this.episodes = episodes;
    this.changes = changes;
  }

  /// @throws Refusal `questionnaire-needed` if the client never finished one
  public MatchResult find(TherapistChange change) {
    return matching.find(request(change));
  }

  /// @throws Refusal `questionnaire-needed` if the client never finished one
  public MatchRequest request(TherapistChange change) {
    var own = Evidence.own(change.client());
    var answers =
        intakes
            .matchingAnswers(own)
            .orElseThrow(() -> new Refusal(CareProblem.QUESTIONNAIRE_NEEDED));
    var leftOut = new HashSet<TherapistId>();
    leftOut.add(change.from());
    // A deputy may be chosen to stay; a therapist one is leaving may not.
    episodes
        .findOpen(change.client())
        .filter(episode -> !episode.isDeputy())
        .ifPresent(episode -> leftOut.add(episode.therapist()));
    return new MatchRequest(answers, leftOut, changes.missing(own, change).wishes(answers));
  }
}
