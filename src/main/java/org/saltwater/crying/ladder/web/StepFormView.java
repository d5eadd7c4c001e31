package org.saltwater.crying.ladder.web;

import java.util.List;
import java.util.UUID;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.Prompt;
import org.saltwater.site.FormErrors;

/// A step as it is written down, anew or again.
///
/// @param action where the form goes
/// @param back where "back" leads
/// @param changing whether it is on the ladder already
/// @param onCall whether someone is there now, for what is written of oneself
/// @param client whose it is to be, where a therapist proposes it; empty for one's own
public record StepFormView(
    UUID id,
    String action,
    String back,
    boolean changing,
    String client,
    boolean onCall,
    String stage,
    String title,
    String kind,
    String words,
    String link,
    FormErrors errors) {

  public List<Setting> stages() {
    return List.of(Setting.values());
  }

  public List<Prompt.Kind> kinds() {
    return List.of(Prompt.Kind.values());
  }

  @Override
  public String toString() {
    return "StepFormView[redacted]";
  }
}
