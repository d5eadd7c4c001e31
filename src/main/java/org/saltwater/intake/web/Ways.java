package org.saltwater.intake.web;

import java.util.Optional;
import org.saltwater.intake.Intake;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.safety.CrisisLines;
import org.saltwater.safety.CrisisPlace;

/// Finds pages by the numbers in their addresses.
final class Ways {
  private Ways() {}

  static Optional<Group> find(Intake intake, int number) {
    var groups = intake.questionnaire().groups();
    return number < 1 || number > groups.size()
        ? Optional.empty()
        : Optional.of(groups.get(number - 1));
  }

  /// Where someone goes on: the page they stopped at, if it can still be answered.
  static int goOn(Intake intake) {
    return intake
        .at()
        .flatMap(intake.questionnaire()::find)
        .filter(group -> Intakes.isOpen(intake, group))
        .or(() -> intake.walk().firstUnfinished())
        .or(() -> intake.walk().groups().stream().reduce((first, last) -> last))
        .map(group -> QuestionViews.number(intake, group))
        .orElse(1);
  }

  /// Who answers where the person is, as far as they have said.
  static CrisisPlace lines(CrisisLines lines, Intake intake) {
    return lines.nearest(
        intake.given().first("place").map(place -> place.substring(0, 2)).orElse("ZZ"));
  }

  /// The address after the last page.
  static final String DONE = "/begin/done";

  static String address(Intake intake, Optional<Group> group) {
    return group.map(g -> "/begin/" + QuestionViews.number(intake, g)).orElse(DONE);
  }
}
