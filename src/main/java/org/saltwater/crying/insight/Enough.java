package org.saltwater.crying.insight;

import java.util.Arrays;
import java.util.List;

/// What there must be before anything is told of a practice.
final class Enough {
  /// Clients, each with so many hours.
  static final int CLIENTS = 50;

  static final int HOURS = 5;

  /// Clients who cried in some of these hours and did not in others: only they tell what tears went
  /// with, and no figure of a practice stands for fewer than ten people.
  static final int WITH_BOTH = 10;

  /// The same before support and shame are told: with thirty to fifty of them intervals were a
  // little
  /// too wide (they covered up to 97.4 % in 500 runs, docs/insight.md).
  static final int WITH_BOTH_RATED = 80;

  private Enough() {}

  static boolean isEnough(List<Followed> people) {
    return people.size() >= CLIENTS && withBoth(people) >= WITH_BOTH;
  }

  static boolean isEnoughRated(List<Followed> people) {
    return isEnough(people) && withBoth(people) >= WITH_BOTH_RATED;
  }

  /// Those with enough hours.
  static List<Followed> longEnough(List<Followed> people) {
    return people.stream().filter(it -> it.hours() >= HOURS).toList();
  }

  static int withBoth(List<Followed> people) {
    return (int)
        people.stream()
            .filter(
                it -> {
                  var with = hoursWith(List.of(it), Arms.TEARS);
                  return with > 0 && with < it.hours();
                })
            .count();
  }

  static long hoursWith(List<Followed> people, int quantity) {
    return people.stream()
        .flatMap(it -> it.stretches().stream())
        .flatMap(it -> Arrays.stream(it.hours()))
        .filter(it -> it[quantity] > 0)
        .count();
  }
}
