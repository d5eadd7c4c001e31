package org.saltwater.measures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Finds the faults an instrument's file can have before anyone answers it.
final class InstrumentCheck {
  private final List<String> faults = new ArrayList<>();

  private InstrumentCheck() {}

  /// @throws IllegalStateException naming every fault found
  static void check(Collection<Instrument> instruments) {
    var faults = faults(instruments);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("Instruments with faults: " + String.join("; ", faults));
    }
  }

  /// Every fault, with what to do about it.
  static List<String> faults(Collection<Instrument> instruments) {
    var check = new InstrumentCheck();
    var ids = new HashSet<String>();
    var items = new HashMap<String, Item>();
    for (var instrument : instruments) {
      check.must(ids.add(instrument.id()), instrument, "its id is used twice; give it another id");
      check.itself(instrument);
      for (var item : instrument.items()) {
        var other = items.putIfAbsent(item.linkId(), item);
        check.must(
            other == null || other.equals(item),
            instrument,
            "another instrument asks "
                + item.linkId()
                + " in other words; use the same words, or another linkId");
      }
    }
    return List.copyOf(check.faults);
  }

  private void itself(Instrument instrument) {
    must(
        !isNever(instrument.id()) && !isNever(instrument.title()),
        instrument,
        "the ORS and SRS may not be used electronically by their licence; use another instrument");
    must(
        instrument.id().matches("[a-z0-9][a-z0-9-]{0,63}"),
        instrument,
        "its id must be small letters, digits and hyphens, such as core-10; change \"id\"");
    must(
        !instrument.licence().isBlank(),
        instrument,
        "no licence text; write in \"licence\" on what terms you may show it");
    must(
        !instrument.attribution().isBlank(),
        instrument,
        "no attribution; write in \"attribution\" whom to credit");
    must(
        !instrument.source().isBlank(),
        instrument,
        "no source; write in \"source\" where wording and scoring come from");
    must(
        !instrument.scoredItems().isEmpty(),
        instrument,
        "no item is scored; leave \"scored\" out, or set it to true, for those that count");
    var coded = instrument.items().stream().filter(item -> item.loinc() != null).count();
    var links = new HashSet<String>();
    for (var item : instrument.items()) {
      must(links.add(item.linkId()), instrument, item.linkId() + " stands twice; rename one");
      must(
          coded == 0 || item.loinc() != null,
          instrument,
          item.linkId() + " has no LOINC code; give one to every item, or to none");
      must(
          item.choices().stream().map(Choice::value).distinct().count() == item.choices().size(),
          instrument,
          item.linkId() + " offers a value twice; change one");
    }
    named(instrument, links);
    bands(instrument);
  }

  private void named(Instrument instrument, Set<String> links) {
    var named = new ArrayList<>(instrument.scoring().neverImputed());
    instrument.scoring().gate().ifPresent(named::add);
    instrument.flags().stream().map(Flag::item).forEach(named::add);
    instrument.parts().forEach(part -> named.addAll(part.items()));
    instrument.cuts().stream()
        .map(Cut::unlessAllPointsFrom)
        .filter(Objects::nonNull)
        .forEach(named::add);
    must(
        links.containsAll(named),
        instrument,
        "its rules name items it does not have; correct the link ids");
    var parts = instrument.parts().stream().map(Instrument.Part::name).toList();
    must(
        instrument.cuts().stream()
            .map(Cut::part)
            .allMatch(part -> part == null || parts.contains(part)),
        instrument,
        "a cut-off is for a part it does not have; name one of its parts");
    must(
        instrument.criteria().stream()
            .flatMap(criterion -> criterion.clusters().stream())
            .allMatch(cluster -> parts.contains(cluster.part())),
        instrument,
        "a criterion is for a part it does not have; name one of its parts");
  }

  /// Every possible total lies in one band: no gap, no overlap, nothing outside.
  private void bands(Instrument instrument) {
    var sorted = instrument.bands().stream().sorted(Comparator.comparingInt(Band::from)).toList();
    if (sorted.isEmpty()) {
      return;
    }
    must(
        sorted.getFirst().from() == instrument.lowest(),
        instrument,
        "its bands begin elsewhere; begin with " + instrument.lowest());
    must(
        sorted.getLast().to() == instrument.highest(),
        instrument,
        "its bands end elsewhere; end with " + instrument.highest());
    for (var i = 1; i < sorted.size(); i++) {
      var from = sorted.get(i - 1).to() + 1;
      must(
          sorted.get(i).from() == from,
          instrument,
          "gap or overlap before " + sorted.get(i).name() + "; begin it with " + from);
    }
    for (var band : sorted) {
      must(band.from() <= band.to(), instrument, band.name() + " ends before it begins; swap them");
    }
  }

  /// Their licence allows no electronic version: the project's clinical facts, instruments.
  private static boolean isNever(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches("(.*\\b)?(ors|srs|outcome rating scale|session rating scale)(\\b.*)?");
  }

  private void must(boolean holds, Instrument instrument, String fault) {
    if (!holds) {
      faults.add(instrument.id() + ": " + fault);
    }
  }
}
