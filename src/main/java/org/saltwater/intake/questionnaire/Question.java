package org.saltwater.intake.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing asked.
///
/// @param options the codes offered; empty where the options come from `optionSet`
/// @param optionSet a list known elsewhere: `places`, `zones`, `weights`, `weights-up`,
// `day-parts`,
///     or `answers:<linkId>` for what was chosen there
/// @param instrument the id of the published instrument whose item of the same link id this is
/// @param canDecline whether "I would rather not say" is one of the answers
/// @param most the highest number, or the longest text in characters
/// @param risk answer code to how soon a human follows up; the names of `safety`'s levels
/// @param as how it is laid out; `list` unless the file says otherwise
/// @param tags what the answer is used for, such as `wish` to `GENDER:WOMAN`
public record Question(
    String linkId,
    Kind kind,
    boolean required,
    boolean repeats,
    List<Condition> enableWhen,
    boolean anyCondition,
    List<String> options,
    Optional<String> optionSet,
    Optional<String> instrument,
    Optional<Formula> formula,
    boolean canDecline,
    int most,
    Map<String, String> risk,
    String as,
    Map<String, String> tags) {
  public Question {
    enableWhen = List.copyOf(enableWhen);
    options = List.copyOf(options);
    risk = Map.copyOf(risk);
    tags = Map.copyOf(tags);
  }

  /// What kind of answer it takes.
  public enum Kind {
    CHOICE,
    /// A box that is ticked or not; a required one must be ticked.
    AGREE,
    NUMBER,
    LINE,
    TEXT,
    /// Worked out, never asked.
    WORKED_OUT
  }

  public boolean isAsked() {
    return kind != Kind.WORKED_OUT;
  }

  /// The question whose answers are the options here.
  Optional<String> optionsFrom() {
    return optionSet
        .filter(set -> set.startsWith("answers:"))
        .map(set -> set.substring("answers:".length()));
  }
}
