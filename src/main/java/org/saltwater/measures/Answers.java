package org.saltwater.measures;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What a person answered to the items of an instrument: item link id to the answer's value. An
/// item that is not in it was left out.
public record Answers(Map<String, Integer> values) {
  public Answers {
    values = Map.copyOf(values);
  }

  public static Answers of(Map<String, Integer> values) {
    return new Answers(values);
  }

  /// The same where an item left out stands with null, as programs send it.
  public static Answers ofGiven(Map<String, @Nullable Integer> values) {
    var given = new HashMap<String, Integer>();
    values.forEach(
        (item, value) -> {
          if (value != null) {
            given.put(item, value);
          }
        });
    return new Answers(given);
  }

  public OptionalInt find(String item) {
    var value = values.get(item);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  public Answers with(String item, int value) {
    var changed = new HashMap<>(values);
    changed.put(item, value);
    return new Answers(changed);
  }

  public Answers without(String item) {
    var changed = new HashMap<>(values);
    changed.remove(item);
    return new Answers(changed);
  }

  @Override
  public String toString() {
    return "Answers[redacted]";
  }
}
