package org.saltwater.crying.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What stands in a form, as it was typed, however wrong.
public record Typed(Map<String, List<String>> form) {
  public Typed {
    form = new TreeMap<>(form);
  }

  /// Empty if the field was left out.
  public String at(String field) {
    return form.getOrDefault(field, List.of("")).getFirst().strip();
  }

  public boolean has(String field, String value) {
    return form.getOrDefault(field, List.of()).contains(value);
  }

  Set<String> all(String field) {
    return Set.copyOf(form.getOrDefault(field, List.of()));
  }

  @Override
  public String toString() {
    return "Typed[redacted]";
  }
}
