package org.saltwater.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a total of the answers, by the rules in the instrument's file.
final class Scorer {
  private final Instrument instrument;

  Scorer(Instrument instrument) {
    this.instrument = instrument;
  }

  Score score(Answers answers) {
    answers.values().forEach(this::check);
    if (isEndedByGate(answers)) {
      return total(0, 0, answers);
    }
    var missing = missing(answers);
    return mayImpute(missing)
        ? total(sum(answers, missing.size()), missing.size(), answers)
        : new Score.Incomplete(instrument.id(), instrument.version(), missing);
  }

  private void check(String linkId, int value) {
    if (!instrument.item(linkId).takes(value)) {
      throw new IllegalArgumentException("not an answer to " + linkId);
    }
  }

  private boolean isEndedByGate(Answers answers) {
    return instrument
        .scoring()
        .gate()
        .map(gate -> answers.find(gate).orElse(-1) == 0)
        .orElse(false);
  }

  private List<String> missing(Answers answers) {
    var needed = new ArrayList<String>();
    instrument.scoring().gate().ifPresent(needed::add);
    instrument.scoredItems().stream()
        .map(Item::linkId)
        .filter(linkId -> !needed.contains(linkId))
        .forEach(needed::add);
    return needed.stream().filter(linkId -> answers.find(linkId).isEmpty()).toList();
  }

  private boolean mayImpute(List<String> missing) {
    var scoring = instrument.scoring();
    return missing.size() <= scoring.missingAllowed()
        && missing.stream().noneMatch(scoring.neverImputed()::contains);
  }

  /// Items left out take the mean of the answered ones, as many as the instrument's own file allows
  /// with its source; the total is rounded half up to a whole number.
  private int sum(Answers answers, int missing) {
    var items = instrument.scoredItems();
    var sum = items.stream().mapToInt(item -> answers.find(item.linkId()).orElse(0)).sum();
    return missing == 0
        ? sum
        : Math.toIntExact(Math.round((double) sum * items.size() / (items.size() - missing)));
  }

  private Score.Total total(int value, int imputed, Answers answers) {
    var parts = parts(answers);
    return new Score.Total(
        instrument.id(),
        instrument.version(),
        value,
        band(value),
        imputed,
        parts,
        instrument.cuts().stream().filter(cut -> reaches(cut, value, parts, answers)).toList());
  }

  private Optional<Band> band(int value) {
    return instrument.bands().stream().filter(band -> band.holds(value)).findFirst();
  }

  private Map<String, Integer> parts(Answers answers) {
    var sums = new LinkedHashMap<String, Integer>();
    for (var part : instrument.parts()) {
      instrument.sum(part.name(), answers).ifPresent(sum -> sums.put(part.name(), sum));
    }
    return sums;
  }

  private static boolean reaches(Cut cut, int value, Map<String, Integer> parts, Answers answers) {
    var measured = cut.part() == null ? Integer.valueOf(value) : parts.get(cut.part());
    if (measured == null) {
      // Part of it was left out: nothing can be said of it.
      return false;
    }
    var from = cut.unlessAllPointsFrom();
    var allFromOne = from != null && answers.find(from).orElse(0) == value;
    return measured >= cut.from() && !allFromOne;
  }
}
