package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.saltwater.kernel.ClientId;

/// Answers a questionnaire from a text, a page a line:
///
/// ```
/// about-you: adult yes, place DE
/// domains: domains SLEEP FAMILY
/// ```
public final class TypedAnswers {
  /// Everything needed, and no more.
  public static final String SHORTEST =
      """
      about-you: adult yes, place DE
      consent: consent.answers true, consent.readers true, consent.risk true, consent.not-emergency true
      domains: domains SLEEP
      how: modalities VIDEO
      languages: languages en
      times: zone Europe/Berlin
      """;

  private TypedAnswers() {}

  /// @return what became of the last page
  public static PageSaved answer(Intakes intakes, ClientId client, String pages) {
    PageSaved last = null;
    for (var line : pages.strip().split("\n")) {
      var page = line.strip().split(": ", 2);
      last = intakes.save(client, page[0], answers(page[1]));
      assertThat(last).as(page[0]).isInstanceOf(PageSaved.Kept.class);
    }
    return Objects.requireNonNull(last);
  }

  public static Map<String, List<String>> answers(String text) {
    var answers = new LinkedHashMap<String, List<String>>();
    for (var answer : text.split(", ")) {
      var words = List.of(answer.split(" "));
      answers.put(words.getFirst(), words.subList(1, words.size()));
    }
    return answers;
  }
}
