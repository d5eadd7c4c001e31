package org.saltwater.intake.web;

import org.saltwater.safety.CrisisPlace;
import org.saltwater.site.FormErrors;

/// Help inside the questions.
///
/// @param place the lines to show, of the person's own country
/// @param next the page to go on with
/// @param reach what they typed about how to reach them
/// @param kept whether that was just kept
public record PauseView(
    CrisisPlace place,
    boolean onCall,
    int next,
    String reach,
    boolean kept,
    boolean hasAccount,
    FormErrors errors) {
  @Override
  public String toString() {
    return "PauseView[redacted]";
  }
}
