package org.saltwater.intake.web;

import java.util.List;
import java.util.Locale;
import org.saltwater.safety.CrisisPlace;
import org.saltwater.site.FormErrors;

/// Help inside the questions.
///
/// @param places the lines to show, the person's own country first
/// @param next the page to go on with
/// @param reach what they typed about how to reach them
/// @param kept whether that was just kept
public record PauseView(
    List<CrisisPlace> places,
    boolean onCall,
    int next,
    String reach,
    boolean kept,
    boolean hasAccount,
    FormErrors errors,
    Locale reader) {
  public PauseView {
    places = List.copyOf(places);
  }

  @Override
  public String toString() {
    return "PauseView[redacted]";
  }
}
