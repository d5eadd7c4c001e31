package org.saltwater.intake;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.saltwater.intake.questionnaire.Formula;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.measures.Answers;
import org.saltwater.measures.Instrument;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Works out the answers that nobody types: sums, counts, whether a place is served.
@Component
class Formulas implements BiFunction<Formula, Responses, List<String>> {
  private final Instruments instruments;
  private final ObjectProvider<PlacesServed> places;

  Formulas(Instruments instruments, ObjectProvider<PlacesServed> places) {
    this.instruments = instruments;
    this.places = places;
  }

  @Override
  public List<String> apply(Formula formula, Responses counting) {
    return switch (formula) {
      case Formula.Count(String question) -> List.of(String.valueOf(counting.get(question).size()));
      case Formula.Total(String instrument, String part) ->
          sum(instruments.get(instrument), part, counting);
      case Formula.Served(String question) ->
          counting
              .first(question)
              .map(place -> List.of(String.valueOf(isServed(new Jurisdiction(place)))))
              .orElse(List.of());
    };
  }

  private static List<String> sum(Instrument instrument, String part, Responses counting) {
    var answers = answers(instrument, counting);
    var sum = part.isEmpty() ? total(instrument.score(answers)) : instrument.least(part, answers);
    return sum.isPresent() ? List.of(String.valueOf(sum.getAsInt())) : List.of();
  }

  private static OptionalInt total(Score score) {
    return score instanceof Score.Total total ? OptionalInt.of(total.value()) : OptionalInt.empty();
  }

  /// What was answered to an instrument's items.
  static Answers answers(Instrument instrument, Responses counting) {
    var values = new HashMap<String, Integer>();
    instrument
        .items()
        .forEach(
            item ->
                counting
                    .first(item.linkId())
                    .filter(answer -> answer.matches("\\d{1,6}"))
                    .ifPresent(answer -> values.put(item.linkId(), Integer.valueOf(answer))));
    return Answers.of(values);
  }

  private boolean isServed(Jurisdiction where) {
    var known = places.getIfAvailable();
    return known == null || known.list().stream().anyMatch(licence -> licence.covers(where));
  }
}
