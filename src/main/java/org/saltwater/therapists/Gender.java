package org.saltwater.therapists;

import java.util.Locale;

/// What a therapist chose to tell clients. Never inferred from anything; not telling is a choice.
public enum Gender {
  WOMAN,
  MAN,
  NON_BINARY;

  public String wordsKey() {
    return "therapists.gender." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
