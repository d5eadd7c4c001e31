package org.saltwater.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.saltwater.testing.Visit.Answer;

/// What a crowd was answered, and how long it took.
final class Clicks {
  /// A page shows no link that whoever sees it may not follow (403), nor is anybody too quick
  // (429).
  private static final Set<Integer> TURNED_AWAY = Set.of(403, 429);

  private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  /// Links that led to what is no more, which one of two hundred may just have changed: told.
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

  void add(String what, String call, long took, Answer answer) {
    nanos.computeIfAbsent(what, it -> Collections.synchronizedList(new ArrayList<>())).add(took);
    statuses.merge(answer.status(), 1, Integer::sum);
    var signedOut = !what.equals("anonymous") && answer.location().contains("/sign-in");
    if (answer.status() >= 500 || TURNED_AWAY.contains(answer.status()) || signedOut) {
      wrong.add(call + " -> " + answer.status() + " " + answer.location());
    } else if (answer.status() >= 400) {
      refused.add(call.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}") + " -> " + answer.status());
    }
  }

  List<String> wrong() {
    return wrong.stream().distinct().limit(20).toList();
  }

  int count() {
    return nanos.getOrDefault("click", List.of()).size();
  }

  String report(Duration time) {
    var lines =
        new TreeMap<>(nanos)
            .entrySet().stream()
                .map(
                    it ->
                        "%s: %d, p50 %.1f ms, p99 %.1f ms"
                            .formatted(
                                it.getKey(),
                                it.getValue().size(),
                                millis(it.getValue(), 0.50),
                                millis(it.getValue(), 0.99)))
                .collect(Collectors.joining("; "));
    return "%d s of clicking: %s; %s; signed in costs %.2f of anonymous"
        .formatted(
            time.toSeconds(),
            lines,
            answers(),
            millis(nanos.get("signed in"), 0.5) / millis(nanos.get("anonymous"), 0.5));
  }

  String answers() {
    return "answers %s; wrong %d; refused %s"
        .formatted(
            new TreeMap<>(statuses), wrong.size(), refused.stream().distinct().sorted().toList());
  }

  private static double millis(List<Long> all, double share) {
    var sorted = all.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
  }
}
