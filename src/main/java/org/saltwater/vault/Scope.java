package org.saltwater.vault;

import java.util.Locale;

/// A part of a client's record that can be opened by itself, and, but for the last, can travel to a
/// new therapist.
/// Psychotherapy notes are none of them: they never travel (45 CFR 164.501).
public enum Scope {
  QUESTIONNAIRE,
  SCORES,
  GOALS,
  APPOINTMENTS,
  MESSAGES,
  SUMMARY,
  /// How the client wants to be reached when someone follows up on a risk flag, and nothing else.
  // No
  /// edge opens it, and it travels to nobody.
  CONTACT;

  /// The word for it in codes and addresses: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
