package org.saltwater.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Hides small numbers by putting groups together, never by leaving a gap: so there is nothing that
/// could be worked out from a total. Pure.
///
/// Whatever is shown is at least ten; so is all that is left when something shown is taken from
/// something else shown, since what is put together is shown as one.
final class Hidden {
  /// Fewer people than this are never shown. Our own choice of figure; public bodies use 5 to 10.
  static final int BELOW = 10;

  private Hidden() {}

  /// People of some groups, of whom `yes` were so and `no` were not.
  record Split(List<String> groups, int yes, int no) {
    Split {
      groups = List.copyOf(groups);
    }

    static Split of(String group, int yes, int no) {
      return new Split(List.of(group), yes, no);
    }

    int people() {
      return yes + no;
    }

    int smallest() {
      return Math.min(yes, no);
    }

    boolean mayBeShown() {
      return smallest() >= BELOW;
    }

    Split with(Split other) {
      var both = new ArrayList<>(groups);
      both.addAll(other.groups);
      return new Split(both, yes + other.yes, no + other.no);
    }
  }

  /// People of one class.
  record Count(List<String> groups, int people) {
    Count {
      groups = List.copyOf(groups);
    }

    static Count of(String group, int people) {
      return new Count(List.of(group), people);
    }

    Count with(Count other) {
      var both = new ArrayList<>(groups);
      both.addAll(other.groups);
      return new Count(both, people + other.people);
    }
  }

  /// Groups in no order. Those that are too small for themselves are put together; if they are too
  /// small even then, the smallest of the others joins them. Empty if all of them are too small.
  static List<Split> splits(List<Split> groups) {
    var shown = new ArrayList<>(groups.stream().filter(Split::mayBeShown).toList());
    var small = groups.stream().filter(it -> !it.mayBeShown()).reduce(Split::with);
    if (small.isEmpty()) {
      return shown;
    }
    var together = small.get();
    while (!together.mayBeShown()) {
      var smallest = shown.stream().min(Comparator.comparingInt(Split::smallest));
      if (smallest.isEmpty()) {
        return List.of();
      }
      shown.remove(smallest.get());
      together = smallest.get().with(together);
    }
    shown.add(together);
    return shown;
  }

  /// Classes in their order, of which only neighbours can be put together. Empty if there are fewer
  /// than ten people in all, or nothing is left to tell apart.
  static List<Count> classes(List<Count> ordered) {
    var shown = new ArrayList<>(ordered);
    while (shown.size() > 1) {
      var at = smallest(shown);
      if (shown.get(at).people() >= BELOW) {
        return shown;
      }
      var right = at + 1 < shown.size() ? shown.get(at + 1).people() : Integer.MAX_VALUE;
      var left = at > 0 ? shown.get(at - 1).people() : Integer.MAX_VALUE;
      var from = left < right ? at - 1 : at;
      shown.set(from, shown.get(from).with(shown.remove(from + 1)));
    }
    return List.of();
  }

  /// Two halves of two classes each. Only classes of one half are put together, since the halves
  /// themselves are told elsewhere. Empty if one of the halves is too small.
  static List<Count> halves(List<Count> upper, List<Count> lower) {
    var shown = new ArrayList<Count>();
    for (var half : List.of(upper, lower)) {
      var whole = half.stream().reduce(Count::with).orElseThrow();
      if (whole.people() < BELOW) {
        return List.of();
      }
      if (half.stream().allMatch(it -> it.people() >= BELOW)) {
        shown.addAll(half);
      } else {
        shown.add(whole);
      }
    }
    return shown;
  }

  private static int smallest(List<Count> all) {
    var at = 0;
    for (var i = 1; i < all.size(); i++) {
      if (all.get(i).people() < all.get(at).people()) {
        at = i;
      }
    }
    return at;
  }

  /// Whether a number of people may be shown who are among others whose number is shown: nobody can
  /// take one from the other and be left with a few.
  static boolean mayShow(int people, int among) {
    return people >= BELOW && (among == people || among - people >= BELOW);
  }
}
