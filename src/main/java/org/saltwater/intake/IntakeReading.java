package org.saltwater.intake;

import org.saltwater.intake.questionnaire.Questionnaires;
import org.saltwater.intake.questionnaire.Walk;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Makes a row and what its seal holds into an intake: the questionnaire of its version, with the
/// way through it.
@Component
class IntakeReading {
  private final IntakeSeal seal;
  private final Questionnaires questionnaires;
  private final Formulas formulas;

  IntakeReading(IntakeSeal seal, Questionnaires questionnaires, Formulas formulas) {
    this.seal = seal;
    this.questionnaires = questionnaires;
    this.formulas = formulas;
  }

  Intake open(Evidence evidence, IntakeRows.Row row) {
    return with(row, seal.open(evidence, row));
  }

  Intake with(IntakeRows.Row row, IntakeSeal.Content content) {
    var questionnaire = questionnaires.get(Intakes.QUESTIONNAIRE, content.version());
    return new Intake(
        row.id(),
        row.client(),
        questionnaire,
        content.given(),
        new Walk(questionnaire, content.given(), formulas),
        content.page(),
        row.begunAt(),
        row.changedAt(),
        row.completedAt());
  }
}
