package org.saltwater.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.safety.RiskLevel;

/// What matching needs, as it is sealed: plain names, so that it can be read again after a change
/// of code.
record MatchingLine(
    String where,
    Set<String> languages,
    List<ProblemDomain> domains,
    Set<Modality> modalities,
    List<Wish> wishes,
    Set<DayPart> times,
    String zone,
    RiskLevel risk) {
  static MatchingLine of(MatchingAnswers answers) {
    return new MatchingLine(
        answers.where().code(),
        answers.languages(),
        answers.domains(),
        answers.modalities(),
        answers.wishes(),
        answers.times(),
        answers.zone().getId(),
        answers.risk());
  }

  MatchingAnswers answers(ClientId client) {
    return new MatchingAnswers(
        client,
        new Jurisdiction(where),
        languages,
        domains,
        modalities,
        wishes,
        times,
        ZoneId.of(zone),
        risk);
  }

  @Override
  public String toString() {
    return "MatchingLine[redacted]";
  }
}
