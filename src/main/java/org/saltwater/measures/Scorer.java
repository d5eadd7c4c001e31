package org.saltwater.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a total of the answers, by the rules in the instrument's file. Plain loops: reports score
/// many thousand answers at once.
final class Scorer {
  private final Instrument instrument;
  private final Map<String, Integer> given;

  Scorer(Instrument instrument, Answers answers) {
    this.instrument = instrument;
    this.given = answers.values();
  }

  Score score() {
    check();
    if (isEndedByGate()) {
      return total(0, 0);
    }
    var missing = missing();
    return mayImpute(missing)
        ? total(sum(missing.size()), missing.size())
        : new Score.Incomplete(instrument.id(), instrument.version(), missing, flags());
  }

  private void check() {
    var known = 0;
    for (var item : instrument.items()) {
      var value = given.get(item.linkId());
      if (value != null) {
        known++;
        if (!item.takes(value)) {
          throw new IllegalArgumentException("not an answer to " + item.linkId());
        }
      }
    }
    if (known < given.size()) {
      given.keySet().forEach(instrument::item);
    }
  }

  private boolean isEndedByGate() {
    var gate = instrument.scoring().gate();
    return gate.isPresent() && given.getOrDefault(gate.get(), -1) == 0;
  }

  private List<String> missing() {
    List<String> missing = List.of();
    var gate = instrument.scoring().gate().orElse("");
    for (var item : instrument.items()) {
      var needed = item.scored() || item.linkId().equals(gate);
      if (needed && !given.containsKey(item.linkId())) {
        missing = missing.isEmpty() ? new ArrayList<>() : missing;
        missing.add(item.linkId());
      }
    }
    return missing;
  }

  private boolean mayImpute(List<String> missing) {
    var scoring = instrument.scoring();
    if (missing.size() > scoring.missingAllowed()) {
      return false;
    }
    for (var item : missing) {
      if (scoring.neverImputed().contains(item)) {
        return false;
      }
    }
    return true;
  }

  /// Items left out take the mean of the answered ones, as many as the instrument's own file allows
  /// with its source; the total is rounded half up to a whole number.
  private int sum(int missing) {
    var sum = 0;
    var items = 0;
    for (var item : instrument.items()) {
      if (item.scored()) {
        items++;
        sum += given.getOrDefault(item.linkId(), 0);
      }
    }
    return missing == 0
        ? sum
        : Math.toIntExact(Math.round((double) sum * items / (items - missing)));
  }

  private Score.Total total(int value, int imputed) {
    var parts = parts();
    return new Score.Total(
        instrument.id(),
        instrument.version(),
        value,
        band(value),
        imputed,
        parts,
        reached(value, parts),
        met(),
        flags());
  }

  private Optional<Band> band(int value) {
    for (var band : instrument.bands()) {
      if (band.holds(value)) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  private Map<String, Integer> parts() {
    if (instrument.parts().isEmpty()) {
      return Map.of();
    }
    var sums = new LinkedHashMap<String, Integer>();
    for (var part : instrument.parts()) {
      var sum = 0;
      var whole = true;
      for (var item : part.items()) {
        var value = given.get(item);
        whole &= value != null;
        sum += value == null ? 0 : value;
      }
      if (whole) {
        sums.put(part.name(), sum);
      }
    }
    return sums;
  }

  private List<Cut> reached(int value, Map<String, Integer> parts) {
    List<Cut> reached = List.of();
    for (var cut : instrument.cuts()) {
      if (reaches(cut, value, parts)) {
        reached = reached.isEmpty() ? new ArrayList<>() : reached;
        reached.add(cut);
      }
    }
    return reached;
  }

  private boolean reaches(Cut cut, int value, Map<String, Integer> parts) {
    var measured = cut.part() == null ? Integer.valueOf(value) : parts.get(cut.part());
    if (measured == null) {
      // Part of it was left out: nothing can be said of it.
      return false;
    }
    var from = cut.unlessAllPointsFrom();
    var allFromOne = from != null && given.getOrDefault(from, 0) == value;
    return measured >= cut.from() && !allFromOne;
  }

  private List<String> met() {
    return instrument.criteria().isEmpty()
        ? List.of()
        : instrument.criteria().stream()
            .filter(criterion -> criterion.clusters().stream().allMatch(this::isMet))
            .map(Criterion::name)
            .toList();
  }

  private boolean isMet(Criterion.Cluster cluster) {
    return instrument.part(cluster.part()).items().stream()
            .filter(item -> given.getOrDefault(item, -1) >= cluster.itemFrom())
            .count()
        >= cluster.atLeast();
  }

  private List<String> flags() {
    List<String> raised = List.of();
    for (var flag : instrument.flags()) {
      if (given.getOrDefault(flag.item(), -1) >= flag.from()) {
        raised = raised.isEmpty() ? new ArrayList<>() : raised;
        raised.add(flag.item());
      }
    }
    return raised;
  }
}
