package org.saltwater.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.saltwater.kernel.ProblemDomain;

/// Single sentences of invented people, by what they are about.
record Sentences(Map<String, List<String>> byTopic) {
  static Sentences read() {
    var byTopic = new HashMap<String, List<String>>();
    var topic = "";
    for (var line : DemoFiles.lines("sentences.txt").toList()) {
      if (line.startsWith("== ")) {
        topic = line.substring(3);
      } else {
        byTopic.computeIfAbsent(topic, key -> new ArrayList<>()).add(line);
      }
    }
    return new Sentences(byTopic);
  }

  String pick(String topic, RandomGenerator random) {
    return Names.pick(byTopic.getOrDefault(topic, List.of("")), random);
  }

  /// One after the other, so that nobody says the same twice before all is said.
  String nth(String topic, int number) {
    var all = byTopic.getOrDefault(topic, List.of(""));
    return all.get(Math.floorMod(number, all.size()));
  }

  /// What brings somebody here.
  String brings(ProblemDomain domain, RandomGenerator random) {
    return pick("brings " + domain.name(), random);
  }
}
