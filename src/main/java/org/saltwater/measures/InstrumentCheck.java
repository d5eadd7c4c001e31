package org.saltwater.measures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Finds the faults an instrument's file can have before anyone answers it.
final class InstrumentCheck {
  private final List<String> faults = new ArrayList<>();

  private InstrumentCheck() {}

  /// @throws IllegalStateException naming every fault found
  static void check(Collection<Instrument> instruments) {
    var check = new InstrumentCheck();
    var ids = new HashSet<String>();
    var items = new HashMap<String, Item>();
    for (var instrument : instruments) {
      check.must(ids.add(instrument.id()), instrument, "its id is used twice");
      check.itself(instrument);
      for (var item : instrument.items()) {
        var other = items.putIfAbsent(item.linkId(), item);
        check.must(
            other == null || other.equals(item),
            instrument,
            "another instrument asks " + item.linkId() + " in other words");
      }
    }
    if (!check.faults.isEmpty()) {
      throw new IllegalStateException(
          "Instruments with faults: " + String.join("; ", check.faults));
    }
  }

  private void itself(Instrument instrument) {
    must(!instrument.licence().isBlank(), instrument, "no licence text");
    must(!instrument.attribution().isBlank(), instrument, "no attribution");
    must(!instrument.source().isBlank(), instrument, "no source");
    must(!instrument.scoredItems().isEmpty(), instrument, "no item is scored");
    var links = new HashSet<String>();
    for (var item : instrument.items()) {
      must(links.add(item.linkId()), instrument, item.linkId() + " stands twice");
      must(
          instrument.loincPanel().isEmpty() || item.loinc() != null,
          instrument,
          item.linkId() + " has no LOINC code");
      must(
          item.choices().stream().map(Choice::value).distinct().count() == item.choices().size(),
          instrument,
          item.linkId() + " offers a value twice");
    }
    named(instrument, links);
    bands(instrument);
  }

  private void named(Instrument instrument, Set<String> links) {
    var named = new ArrayList<>(instrument.scoring().neverImputed());
    instrument.scoring().gate().ifPresent(named::add);
    instrument.parts().forEach(part -> named.addAll(part.items()));
    instrument.cuts().stream()
        .map(Cut::unlessAllPointsFrom)
        .filter(Objects::nonNull)
        .forEach(named::add);
    must(links.containsAll(named), instrument, "its rules name items it does not have");
    var parts = instrument.parts().stream().map(Instrument.Part::name).toList();
    must(
        instrument.cuts().stream()
            .map(Cut::part)
            .allMatch(part -> part == null || parts.contains(part)),
        instrument,
        "a cut-off is for a part it does not have");
  }

  /// Every possible total lies in one band: no gap, no overlap, nothing outside.
  private void bands(Instrument instrument) {
    var sorted = instrument.bands().stream().sorted(Comparator.comparingInt(Band::from)).toList();
    if (sorted.isEmpty()) {
      return;
    }
    must(sorted.getFirst().from() == lowest(instrument), instrument, "its bands begin elsewhere");
    must(sorted.getLast().to() == highest(instrument), instrument, "its bands end elsewhere");
    for (var i = 1; i < sorted.size(); i++) {
      must(
          sorted.get(i).from() == sorted.get(i - 1).to() + 1,
          instrument,
          "gap or overlap before " + sorted.get(i).name());
    }
  }

  private static int lowest(Instrument instrument) {
    return instrument.scoring().gate().isPresent()
        ? 0
        : instrument.scoredItems().stream()
            .mapToInt(item -> item.choices().stream().mapToInt(Choice::value).min().orElse(0))
            .sum();
  }

  private static int highest(Instrument instrument) {
    return instrument.scoredItems().stream()
        .mapToInt(item -> item.choices().stream().mapToInt(Choice::value).max().orElse(0))
        .sum();
  }

  private void must(boolean holds, Instrument instrument, String fault) {
    if (!holds) {
      faults.add(instrument.id() + ": " + fault);
    }
  }
}
