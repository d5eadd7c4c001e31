package org.saltwater.crying.room;

import java.util.Locale;

/// What may happen in an hour, with a short note for the therapist in the bundle under
/// `crying.guidance.<code>`.
///
/// Laughing, joking, anger and going quiet may protect: the notes say so, and no score anywhere
/// takes them as less than tears (trauma-informed work). The figures in the notes are those of
/// Robinson 2015, Bylsma 2008, Gračanin 2015, Katz 2024, Capps, and Blume-Marcovici 2013.
public enum Situation {
  TEARS,
  LAUGHTER,
  ANGER,
  SILENCE,
  TRAUMA,
  OWN_TEARS;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
