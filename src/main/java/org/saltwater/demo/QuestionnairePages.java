package org.saltwater.demo;

import java.util.LinkedHashMap;
import java.util.List;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.OptionSets;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Responses;

/// Fills in questionnaires for invented people.
record QuestionnairePages(Intakes intakes, OptionSets options, Sentences sentences) {

  /// @param pages how many pages they answer before they stop; all of them means finished
  void fillIn(DemoClient client, int pages) {
    intakes.begin(client.id());
    var questionnaire = intakes.get(client.id()).questionnaire();
    var answers = new QuestionnaireAnswers(client, sentences);
    var given = new LinkedHashMap<String, List<String>>();
    questionnaire.groups().stream()
        .limit(pages)
        .flatMap(page -> page.questions().stream())
        .filter(Question::isAsked)
        .forEach(
            question ->
                given.put(
                    question.linkId(),
                    answers.to(question, options.list(question, Responses.NONE))));
    intakes.saveAll(client.id(), given);
    if (pages >= questionnaire.groups().size()) {
      intakes.complete(client.id());
    }
  }
}
