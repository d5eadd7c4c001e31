package org.saltwater.crying.ladder.web;

import java.util.Map;
import java.util.UUID;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.NewStep;
import org.saltwater.crying.ladder.Prompt;
import org.saltwater.site.FormErrors;

/// A step's form, as it was sent.
record StepForm(UUID id, String stage, String title, String kind, String words, String link) {
  static StepForm of(Map<String, String> form) {
    return new StepForm(
        Typed.id(form.getOrDefault("id", "")),
        form.getOrDefault("stage", ""),
        form.getOrDefault("title", ""),
        form.getOrDefault("kind", Prompt.Kind.NONE.name()),
        form.getOrDefault("words", ""),
        form.getOrDefault("link", ""));
  }

  /// @throws org.saltwater.kernel.Refusal invalid
  NewStep read() {
    return new NewStep(
        Typed.one(Setting.class, "stage", stage, "ladder.step.stage.problem"),
        title,
        new Prompt(
            Typed.one(Prompt.Kind.class, "kind", kind, "ladder.prompt.kind.problem"), words, link));
  }

  StepForm withId(UUID other) {
    return new StepForm(other, stage, title, kind, words, link);
  }

  StepFormView view(
      String action,
      String back,
      boolean changing,
      String client,
      boolean onCall,
      FormErrors errors) {
    return new StepFormView(
        id, action, back, changing, client, onCall, stage, title, kind, words, link, errors);
  }

  @Override
  public String toString() {
    return "StepForm[redacted]";
  }
}
