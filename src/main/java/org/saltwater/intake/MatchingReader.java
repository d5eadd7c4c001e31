package org.saltwater.intake;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Questionnaire;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.safety.RiskLevel;

/// Takes out of a finished questionnaire what matching needs.
final class MatchingReader {
  private final Questionnaire questionnaire;
  private final Responses counting;

  MatchingReader(Questionnaire questionnaire, Responses counting) {
    this.questionnaire = questionnaire;
    this.counting = counting;
  }

  MatchingAnswers read(ClientId client) {
    return new MatchingAnswers(
        client,
        new Jurisdiction(counting.first("place").orElseThrow()),
        Set.copyOf(counting.get("languages")),
        domains(),
        counting.get("modalities").stream()
            .map(Modality::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Modality.class))),
        wishes(),
        times(counting.get("times")),
        ZoneId.of(counting.first("zone").orElseThrow()),
        risk(questionnaire, counting).orElse(RiskLevel.LOW));
  }

  private List<ProblemDomain> domains() {
    var ordered = new LinkedHashSet<String>();
    counting.first("domains.first").ifPresent(ordered::add);
    counting.first("domains.second").ifPresent(ordered::add);
    ordered.addAll(counting.get("domains"));
    return ordered.stream().map(ProblemDomain::valueOf).toList();
  }

  private List<Wish> wishes() {
    var wishes = new ArrayList<Wish>();
    questionnaire
        .questions()
        .filter(question -> question.tags().containsKey("wish"))
        .forEach(
            question ->
                counting
                    .first(question.linkId())
                    .map(Weight::valueOf)
                    .filter(weight -> weight != Weight.NO_MATTER)
                    .ifPresent(weight -> wishes.add(wish(question, weight))));
    return wishes;
  }

  private static Wish wish(Question question, Weight weight) {
    var tag = question.tags().getOrDefault("wish", "").split(":", 2);
    return new Wish(WishKind.valueOf(tag[0]), tag[1], weight);
  }

  static Set<DayPart> times(List<String> codes) {
    return codes.stream()
        .map(code -> code.split("-", 2))
        .map(code -> new DayPart(DayOfWeek.valueOf(code[0]), Part.valueOf(code[1])))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The most urgent level that any answer asks for; empty when none does, which says nothing about
  /// how someone is.
  static Optional<RiskLevel> risk(Questionnaire questionnaire, Responses counting) {
    return questionnaire
        .questions()
        .flatMap(question -> riskOf(question, counting).stream())
        .max(RiskLevel::compareTo);
  }

  static Optional<RiskLevel> riskOf(Question question, Responses counting) {
    return riskyOf(question, counting).stream()
        .map(answer -> RiskLevel.valueOf(question.risk().getOrDefault(answer, "LOW")))
        .max(RiskLevel::compareTo);
  }

  /// Those answers to a question that ask for a human.
  static List<String> riskyOf(Question question, Responses given) {
    return given.get(question.linkId()).stream().filter(question.risk()::containsKey).toList();
  }
}
