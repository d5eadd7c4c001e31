package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What senders were told, to be held against what is stored in the end.
final class Ledger {
  /// A message that a sender was told is stored.
  record Told(UUID key, long number) {}

  /// A message that is stored.
  record Stored(UUID key, long number) {}

  private final Map<UUID, List<Told>> told = new HashMap<>();
  private long acknowledged;

  synchronized void acknowledge(UUID conversation, UUID key, long number) {
    told.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(new Told(key, number));
    acknowledged++;
  }

  synchronized long acknowledged() {
    return acknowledged;
  }

  /// Nothing acknowledged is lost, nothing is there twice, numbers have no gap, and one who waited
  /// for each receipt finds their messages in the order they were written.
  synchronized void compare(UUID conversation, List<Stored> stored) {
    var acknowledged = told.getOrDefault(conversation, List.of());
    assertThat(stored)
        .extracting(Stored::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
    assertThat(stored).extracting(Stored::key).doesNotHaveDuplicates();
    var numbers = stored.stream().collect(Collectors.toMap(Stored::key, Stored::number));
    assertThat(acknowledged)
        .allSatisfy(each -> assertThat(numbers).containsEntry(each.key(), each.number()));
    assertThat(acknowledged).extracting(Told::number).isSorted();
    assertThat(acknowledged).hasSameSizeAs(stored);
  }
}
