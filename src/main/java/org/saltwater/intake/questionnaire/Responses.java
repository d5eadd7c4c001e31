package org.saltwater.intake.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was answered: link id to the chosen codes, or the number or text as it was typed.
/// Immutable.
public record Responses(Map<String, List<String>> values) {
  public static final Responses NONE = new Responses(Map.of());

  /// The code of "I would rather not say" (FHIR data-absent-reason `asked-declined`).
  public static final String DECLINED = "asked-declined";

  public Responses {
    var copy = new LinkedHashMap<String, List<String>>();
    values.forEach(
        (linkId, answers) -> {
          if (!answers.isEmpty()) {
            copy.put(linkId, List.copyOf(answers));
          }
        });
    values = Map.copyOf(copy);
  }

  public static Responses of(String linkId, String... answers) {
    return NONE.with(linkId, List.of(answers));
  }

  /// None if the question was not answered.
  public List<String> get(String linkId) {
    return values.getOrDefault(linkId, List.of());
  }

  /// The first answer, unless the person would rather not say.
  public Optional<String> first(String linkId) {
    return get(linkId).stream().findFirst().filter(answer -> !answer.equals(DECLINED));
  }

  public Responses with(String linkId, List<String> answers) {
    var changed = new LinkedHashMap<>(values);
    changed.put(linkId, answers);
    return new Responses(changed);
  }

  @Override
  public String toString() {
    return "Responses[redacted]";
  }
}
