package org.saltwater.intake.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.safety.CrisisPlace;
import org.saltwater.site.FormErrors;

/// One page of questions.
///
/// @param number its place in the address; page names would tell what was answered before
/// @param part counted from 1
/// @param heading empty where the one question is the heading
/// @param own whether these are our own questions rather than a published instrument's
/// @param onCall whether someone is there now, where the page says so
/// @param credits licence and attribution of the instruments on the page
/// @param help lines to show at once, or null
public record QuestionView(
    int number,
    int part,
    int parts,
    String section,
    Optional<String> heading,
    Optional<String> intro,
    List<AskedView> questions,
    boolean first,
    boolean own,
    Optional<Boolean> onCall,
    List<Credit> credits,
    FormErrors errors,
    @Nullable CrisisPlace help) {
  public QuestionView {
    questions = List.copyOf(questions);
    credits = List.copyOf(credits);
  }

  /// What must stand beside an instrument.
  public record Credit(String title, String attribution, String licence, String source) {}

  QuestionView withHelp(@Nullable CrisisPlace lines) {
    return new QuestionView(
        number, part, parts, section, heading, intro, questions, first, own, onCall, credits,
        errors, lines);
  }

  /// A way of speaking of each part before, at and after this one.
  public String standing(int other) {
    return other < part ? "done" : other == part ? "now" : "todo";
  }

  @Override
  public String toString() {
    return "QuestionView[" + number + "]";
  }
}
