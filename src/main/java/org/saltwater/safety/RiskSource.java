package org.saltwater.safety;

/// What made someone ask for a human's attention. Never holds what was said.
public enum RiskSource {
  /// An answer in a published instrument, such as the ninth item of the PHQ-9.
  INSTRUMENT,
  /// An answer to our own question about hurting oneself.
  QUESTIONNAIRE
}
