package org.saltwater.progress.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.measures.Answers;
import org.saltwater.progress.Goal;
import org.saltwater.progress.Sitting;
import org.saltwater.safety.CrisisPlace;
import org.saltwater.site.FormErrors;

/// One step of what is asked between the hours.
///
/// @param number of this step, from 1
/// @param back the step before, or null
/// @param help whom to turn to, shown the moment an answer asks for it; null where no answer does
/// @param onCall whether someone is there now, to be said before such a question; null where there
///     is none
/// @param typed what was sent and needs another look; empty otherwise
public record StepView(
    Sitting.Step step,
    int number,
    int of,
    @Nullable String back,
    @Nullable CrisisPlace help,
    @Nullable Boolean onCall,
    FormErrors errors,
    Map<String, String> typed) {
  public Sitting.@Nullable Asked asked() {
    return step instanceof Sitting.Asked asked ? asked : null;
  }

  public Sitting.@Nullable Rated rated() {
    return step instanceof Sitting.Rated rated ? rated : null;
  }

  public boolean isChosen(Answers answers, String item, int value) {
    return typed.containsKey(item)
        ? typed.get(item).equals(Integer.toString(value))
        : answers.find(item).orElse(-1) == value;
  }

  public String given(Answers answers, String item) {
    if (typed.containsKey(item)) {
      return typed.get(item);
    }
    return answers.find(item).isPresent() ? Integer.toString(answers.find(item).getAsInt()) : "";
  }

  public boolean isChosen(Goal goal, int value) {
    var sent = typed.get(goal.id().toString());
    if (sent != null) {
      return sent.equals(Integer.toString(value));
    }
    return goal.newest().map(Goal.Rating::value).equals(Optional.of(value));
  }

  public String action() {
    return "/progress/questions/" + step.code();
  }

  @Override
  public String toString() {
    return "StepView[redacted]";
  }
}
