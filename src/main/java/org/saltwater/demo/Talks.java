package org.saltwater.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.saltwater.kernel.ProblemDomain;

/// What invented people write to each other.
record Talks(List<Talk> all) {
  enum Kind {
    FIRST,
    LATER,
    BETWEEN,
    WAITING,
    WELCOME
  }

  record Line(boolean byTherapist, String text) {}

  /// @param about empty if it suits anyone
  record Talk(Kind kind, List<ProblemDomain> about, List<Line> lines) {}

  static Talks read() {
    var all = new ArrayList<Talk>();
    for (var line : DemoFiles.lines("conversations.txt").toList()) {
      if (line.startsWith("== ")) {
        var words = List.of(line.substring(3).toUpperCase(java.util.Locale.ROOT).split(" ", -1));
        all.add(
            new Talk(
                Kind.valueOf(words.getFirst()),
                words.stream().skip(1).map(ProblemDomain::valueOf).toList(),
                new ArrayList<>()));
      } else {
        all.getLast().lines().add(new Line(line.startsWith("T "), line.substring(2)));
      }
    }
    return new Talks(List.copyOf(all));
  }

  /// A talk of a kind that suits what brought the client here.
  Talk pick(Kind kind, List<ProblemDomain> domains, RandomGenerator random) {
    var suiting =
        ofKind(kind)
            .filter(talk -> talk.about().isEmpty() || talk.about().contains(domains.getFirst()))
            .toList();
    return Names.pick(suiting.isEmpty() ? ofKind(kind).toList() : suiting, random);
  }

  /// Later hours in an order of their own for each client, so that nobody says the same twice.
  List<Talk> shuffled(Kind kind, RandomGenerator random) {
    var talks = new ArrayList<>(ofKind(kind).toList());
    for (int i = talks.size() - 1; i > 0; i--) {
      java.util.Collections.swap(talks, i, random.nextInt(i + 1));
    }
    return talks;
  }

  private Stream<Talk> ofKind(Kind kind) {
    return all.stream().filter(talk -> talk.kind() == kind);
  }
}
