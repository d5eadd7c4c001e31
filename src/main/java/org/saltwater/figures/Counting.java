package org.saltwater.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.saltwater.figures.Case.Hour;
import org.saltwater.figures.Hidden.Count;
import org.saltwater.figures.Hidden.Split;
import org.saltwater.figures.Report.Figure;
import org.saltwater.figures.Report.Line;
import org.saltwater.figures.Report.Section;
import org.saltwater.kernel.Modality;
import org.saltwater.measures.Change;
import org.saltwater.measures.Instrument;

/// Counts cases. Pure.
final class Counting {
  private static final String ALL = "all";

  private final Collection<Instrument> instruments;
  private final List<Case> cases;
  private final List<Case> treated;
  private final int today;

  private Counting(Collection<Instrument> instruments, List<Case> cases, int today) {
    this.instruments = instruments;
    this.cases = cases;
    this.treated = cases.stream().filter(Case::isTreated).toList();
    this.today = today;
  }

  /// @param instruments whose totals are looked at: those with a published reliable change
  static Report count(Collection<Instrument> instruments, List<Case> cases, Instant gatheredAt) {
    if (cases.size() < Hidden.BELOW) {
      return new Report(Optional.of(gatheredAt), Optional.empty(), List.of());
    }
    var counting = new Counting(instruments, cases, Gathering.day(gatheredAt));
    return new Report(Optional.of(gatheredAt), Optional.of(cases.size()), counting.sections());
  }

  private List<Section> sections() {
    var sections = new ArrayList<Section>();
    for (var instrument : instruments) {
      if (instrument.reliableChange().isPresent()) {
        sections.addAll(outcomes(instrument));
      }
    }
    var over = treated.stream().filter(it -> Judging.isOver(it, today)).toList();
    sections.add(
        split("over.measured", "", over, treated.size(), ALL_ONE, Judging::isMeasuredAtTheEnd));
    sections.add(split("stopped", "", over, treated.size(), Judging::channel, Judging::isStopped));
    sections.add(waits());
    sections.add(wishes());
    sections.addAll(changes());
    sections.add(allocation("allocation.domain", it -> "domain." + it.domain()));
    sections.add(allocation("allocation.language", it -> "language." + it.language()));
    sections.add(allocation("allocation.place", it -> "place." + it.place()));
    sections.add(hours());
    return sections;
  }

  private static final Function<Case, String> ALL_ONE = it -> ALL;

  /// Everyone who came to an hour, the first total against the latest. Who did not answer twice
  // counts
  /// as unchanged: leaving them out would flatter, and would tell how many they are.
  private List<Section> outcomes(Instrument instrument) {
    var counts = new EnumMap<Change, Integer>(Change.class);
    treated.forEach(it -> counts.merge(Judging.change(instrument, it), 1, Integer::sum));
    var classes =
        Hidden.halves(
            List.of(count(Change.RECOVERED, counts), count(Change.IMPROVED, counts)),
            List.of(count(Change.UNCHANGED, counts), count(Change.DETERIORATED, counts)));
    var key = instrument.id();
    if (classes.isEmpty()) {
      return List.of(Section.hidden("outcome", key), Section.hidden("outcome.channel", key));
    }
    var falls = treated.stream().mapToDouble(it -> Judging.fall(instrument, it)).toArray();
    return List.of(
        classes(
            "outcome",
            key,
            treated.size(),
            cases.size(),
            classes,
            () -> List.of(Figure.of("fall", Interval.ofMean(falls)))),
        split(
            "outcome.channel",
            key,
            treated,
            cases.size(),
            Judging::channel,
            it -> Judging.isBetter(Judging.change(instrument, it))));
  }

  private static Count count(Change change, Map<Change, Integer> counts) {
    return Count.of("class." + change.code(), counts.getOrDefault(change, 0));
  }

  /// From the finished questionnaire to the first hour that was held.
  private Section waits() {
    var days =
        treated.stream()
            .mapToInt(it -> Math.max(0, it.firstHeld() - it.asked()))
            .sorted()
            .toArray();
    var classes =
        List.of(
            Count.of("wait.week", within(days, 0, 7)),
            Count.of("wait.fortnight", within(days, 8, 14)),
            Count.of("wait.month", within(days, 15, 28)),
            Count.of("wait.longer", within(days, 29, Integer.MAX_VALUE)));
    return classes(
        "wait", "", treated.size(), cases.size(), Hidden.classes(classes), () -> quartiles(days));
  }

  private static int within(int[] days, int from, int to) {
    return (int) Arrays.stream(days).filter(it -> from <= it && it <= to).count();
  }

  /// Nearest rank: each is the wait of at least a quarter, a half, three quarters.
  private static List<Figure> quartiles(int[] sorted) {
    return Stream.of(1, 2, 3)
        .map(
            quarter ->
                Figure.of(
                    "wait.quarter." + quarter,
                    sorted[(int) Math.ceil(quarter * sorted.length / 4.) - 1]))
        .toList();
  }

  private Section wishes() {
    var had = treated.stream().filter(it -> it.wishes() > 0).toList();
    var all = (int) had.stream().filter(it -> it.wishesMet() == it.wishes()).count();
    var none = (int) had.stream().filter(it -> it.wishesMet() == 0).count();
    return classes(
        "wishes",
        "",
        had.size(),
        treated.size(),
        Hidden.classes(
            List.of(
                Count.of("wishes.all", all),
                Count.of("wishes.some", had.size() - all - none),
                Count.of("wishes.none", none))),
        List::of);
  }

  /// Who changed therapist, whether they went on, and how they were from then on.
  private List<Section> changes() {
    var changed = treated.stream().filter(it -> !it.changes().isEmpty()).toList();
    var sections = new ArrayList<Section>();
    sections.add(
        split("changed", "", treated, cases.size(), ALL_ONE, it -> !it.changes().isEmpty()));
    sections.add(split("changed.went-on", "", changed, treated.size(), ALL_ONE, Judging::wentOn));
    for (var instrument : instruments) {
      if (instrument.reliableChange().isPresent()) {
        var known =
            changed.stream().filter(it -> Judging.afterChange(instrument, it).isPresent()).toList();
        sections.add(
            split(
                "changed.outcome",
                instrument.id(),
                known,
                changed.size(),
                ALL_ONE,
                it -> Judging.isBetter(Judging.afterChange(instrument, it).orElseThrow())));
      }
    }
    return sections;
  }

  /// Who of a group has come to an hour.
  private Section allocation(String key, Function<Case, String> group) {
    return split(key, "", cases, cases.size(), group, Case::isTreated);
  }

  /// Hours, not people: whether what was booked was held.
  private Section hours() {
    var groups = new TreeMap<String, int[]>();
    for (var it : cases) {
      for (Hour hour : it.hours()) {
        groups
            .computeIfAbsent("channel." + hour.channel(), key -> new int[2])[
            hour.isHeld() ? 0 : 1]++;
      }
    }
    return of("hours", "", withAllChannels(groups));
  }

  private static LinkedHashMap<String, int[]> withAllChannels(TreeMap<String, int[]> found) {
    var all = new LinkedHashMap<String, int[]>();
    for (var channel : Modality.values()) {
      all.put("channel." + channel, found.getOrDefault("channel." + channel, new int[2]));
    }
    return all;
  }

  private static Section split(
      String key,
      String instrument,
      List<Case> people,
      int among,
      Function<Case, String> group,
      Predicate<Case> isSo) {
    if (!Hidden.mayShow(people.size(), among)) {
      return Section.hidden(key, instrument);
    }
    var groups = new TreeMap<String, int[]>();
    for (var it : people) {
      groups.computeIfAbsent(group.apply(it), name -> new int[2])[isSo.test(it) ? 0 : 1]++;
    }
    return of(key, instrument, groups);
  }

  private static Section of(String key, String instrument, Map<String, int[]> groups) {
    var shown =
        Hidden.splits(
            groups.entrySet().stream()
                .map(it -> Split.of(it.getKey(), it.getValue()[0], it.getValue()[1]))
                .toList());
    if (shown.isEmpty()) {
      return Section.hidden(key, instrument);
    }
    return new Section(
        key,
        instrument,
        Optional.of(shown.stream().mapToInt(Split::people).sum()),
        shown.stream().map(it -> Line.of(it.groups(), it.yes(), it.people())).toList(),
        List.of());
  }

  private static Section classes(
      String key,
      String instrument,
      int people,
      int among,
      List<Count> shown,
      Supplier<List<Figure>> figures) {
    if (!Hidden.mayShow(people, among)) {
      return Section.hidden(key, instrument);
    }
    return new Section(
        key,
        instrument,
        Optional.of(people),
        shown.stream().map(it -> Line.of(it.groups(), it.people(), people)).toList(),
        figures.get());
  }
}
