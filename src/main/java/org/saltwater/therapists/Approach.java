package org.saltwater.therapists;

import java.util.Locale;

/// A way of working that a therapist is trained in. Its name and one plain sentence about it stand
/// in the bundle.
public enum Approach {
  COGNITIVE_BEHAVIOURAL,
  ACCEPTANCE_AND_COMMITMENT,
  PERSON_CENTRED,
  PSYCHODYNAMIC,
  EMOTION_FOCUSED,
  SCHEMA,
  DIALECTICAL_BEHAVIOUR,
  COMPASSION_FOCUSED,
  EMDR,
  SYSTEMIC,
  INTERPERSONAL,
  SOLUTION_FOCUSED;

  public String wordsKey() {
    return "therapists.approach." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
