package org.saltwater.benchmarks.messaging;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// What the devices saw.
final class Tally {
  private final Map<UUID, Long> underWay = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> delivered = new ConcurrentLinkedQueue<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder outOfOrder = new LongAdder();

  void sent(UUID key) {
    underWay.put(key, System.nanoTime());
  }

  void acknowledged(UUID key) {
    acknowledged.add(System.nanoTime() - underWay.getOrDefault(key, System.nanoTime()));
  }

  void delivered(UUID key) {
    delivered.add(System.nanoTime() - underWay.getOrDefault(key, System.nanoTime()));
  }

  void refused() {
    refused.increment();
  }

  void outOfOrder() {
    outOfOrder.increment();
  }

  int countDelivered() {
    return delivered.size();
  }

  int countAcknowledged() {
    return acknowledged.size();
  }

  /// The counts, and times in milliseconds.
  @Override
  public String toString() {
    return "acknowledged %,d (%s) delivered %,d (%s) refused %d out of order %d"
        .formatted(
            acknowledged.size(),
            times(acknowledged),
            delivered.size(),
            times(delivered),
            refused.sum(),
            outOfOrder.sum());
  }

  private static String times(ConcurrentLinkedQueue<Long> nanos) {
    var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? "-"
        : "p50 %.1f ms, p99 %.1f ms"
            .formatted(
                sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * .99)] / 1e6);
  }
}
