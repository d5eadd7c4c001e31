package org.saltwater.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.safety.RiskLevel;

/// What matching needs of a client's questionnaire, and no more.
///
/// @param where decides which licences count
/// @param languages BCP 47 primary tags; any one of them is enough
/// @param domains most important first
/// @param wishes those with a weight other than no matter
/// @param times when the client is free; empty means at any time
/// @param zone where the client's clock runs
/// @param risk decides which competence is asked of the therapist; LOW when nothing was said
public record MatchingAnswers(
    ClientId client,
    Jurisdiction where,
    Set<String> languages,
    List<ProblemDomain> domains,
    Set<Modality> modalities,
    List<Wish> wishes,
    Set<DayPart> times,
    ZoneId zone,
    RiskLevel risk) {
  public MatchingAnswers {
    languages = Set.copyOf(languages);
    domains = List.copyOf(domains);
    modalities = Set.copyOf(modalities);
    wishes = List.copyOf(wishes);
    times = Set.copyOf(times);
  }

  @Override
  public String toString() {
    return "MatchingAnswers[" + client + ", redacted]";
  }
}
