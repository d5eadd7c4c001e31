package org.saltwater.vault;

import java.util.Locale;

/// A part of a client's record that can be opened, and can travel to a new therapist, by itself.
/// Psychotherapy notes are none of them: they never travel (45 CFR 164.501).
public enum Scope {
  QUESTIONNAIRE,
  SCORES,
  GOALS,
  APPOINTMENTS,
  MESSAGES,
  SUMMARY;

  /// The word for it in codes and addresses: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
