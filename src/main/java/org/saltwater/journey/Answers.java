package org.saltwater.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the journey's client answers: enough to open the longer ways, and nothing that would call a
/// human who is on call.
///
/// @param place where they live, an ISO 3166 code
/// @param language BCP 47 primary tag
record Answers(String place, String language) {
  private static final String NOTE = "A program tries out whether the platform works.";

  Map<String, List<String>> to(Wire.Group page) {
    var answers = new LinkedHashMap<String, List<String>>();
    for (var question : page.questions()) {
      var answer = to(question);
      if (!answer.isEmpty()) {
        answers.put(question.linkId(), answer);
      }
    }
    return answers;
  }

  private List<String> to(Wire.Question question) {
    return switch (question.linkId()) {
      case "adult" -> List.of("yes");
      case "place" -> List.of(place);
      case "languages" -> List.of(language);
      case "modalities" -> List.of("TEXT");
      case "domains" -> List.of("ANXIETY_AND_PANIC", "SLEEP");
      case "domains.first" -> List.of("ANXIETY_AND_PANIC");
      case "own-words", "wish.words" -> List.of(NOTE);
      // Both halves of PHQ-4 positive, so that PHQ-9 and GAD-7 are asked too.
      case "gad-7.1", "gad-7.2", "phq-9.1", "phq-9.2" -> List.of("2");
      default -> other(question);
    };
  }

  /// The first option of what must be answered and of published instruments: "not at all".
  private static List<String> other(Wire.Question question) {
    if (question.kind().equals("AGREE")) {
      return question.required() ? List.of("true") : List.of();
    }
    var asked = question.required() || question.instrument() != null;
    return asked && !question.options().isEmpty()
        ? List.of(question.options().getFirst().code())
        : List.of();
  }
}
