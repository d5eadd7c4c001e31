package org.saltwater.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Section;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Shows a questionnaire to someone who may read it.
@Component
public class IntakeReadings {
  /// Who reads begins with what brings the person here; that they are of age, where they are and
  /// what they agreed to comes at the end.
  private static final Comparator<Section> FORMALITIES_LAST =
      Comparator.comparing(section -> section.linkId().equals("start"));

  private final Intakes intakes;
  private final Instruments instruments;

  IntakeReadings(Intakes intakes, Instruments instruments) {
    this.intakes = intakes;
    this.instruments = instruments;
  }

  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not cover it
  public Optional<AnsweredIntake> find(Evidence evidence, Words words) {
    return intakes
        .findFor(evidence)
        .map(
            intake ->
                new AnsweredIntake(
                    intake.client(),
                    intake.questionnaire().version(),
                    intake.changedAt(),
                    intake.completedAt(),
                    intake.questionnaire().sections().stream()
                        .sorted(FORMALITIES_LAST)
                        .map(section -> part(intake, section, words))
                        .filter(part -> !part.lines().isEmpty())
                        .toList(),
                    scores(intake)));
  }

  /// The scores, for someone who may see them, whether or not they may see the answers.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not cover them
  public List<Score> listScores(Evidence evidence) {
    return intakes.findScored(evidence).map(this::scores).orElse(List.of());
  }

  /// The same with the moment at which they were given: the baseline of all that is measured later.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not cover them
  public Optional<ScoredIntake> findScored(Evidence evidence) {
    return intakes
        .findScored(evidence)
        .map(
            intake ->
                new ScoredIntake(
                    intake.completedAt().orElse(intake.changedAt()),
                    scores(intake).stream().map(Score.Total.class::cast).toList()));
  }

  /// The instruments that were answered, with their scores; those barely begun are left out.
  List<Score> scores(Intake intake) {
    return instruments.list().stream()
        .map(instrument -> instrument.score(Formulas.answers(instrument, intake.walk().counting())))
        .filter(Score.Total.class::isInstance)
        .toList();
  }

  private AnsweredPart part(Intake intake, Section section, Words words) {
    var spoken = new QuestionWords(words, instruments);
    return new AnsweredPart(
        spoken.section(section),
        section.groups().stream()
            .filter(intake.walk()::has)
            .flatMap(group -> intake.walk().asked(group).stream())
            .filter(question -> !intake.walk().counting().get(question.linkId()).isEmpty())
            .map(question -> line(intake, question, spoken))
            .toList());
  }

  private static AnsweredPart.Line line(Intake intake, Question question, QuestionWords spoken) {
    return new AnsweredPart.Line(
        spoken.question(question),
        intake.walk().counting().get(question.linkId()).stream()
            .map(answer -> spoken.answer(question, answer))
            .toList(),
        question.instrument().isPresent());
  }
}
