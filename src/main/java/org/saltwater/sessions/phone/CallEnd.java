package org.saltwater.sessions.phone;

import org.saltwater.telephony.LegEnd;

/// How a call of an hour ended.
///
/// @param isOwn whether it was the therapist's own telephone that it failed at
public record CallEnd(LegEnd why, boolean isOwn) {
  private static final String OWN = "OWN_";

  static CallEnd of(LegEnd why) {
    return new CallEnd(why, false);
  }

  /// A therapist who hangs up ends the call for both, whichever way they talk, and a line that
  /// breaks is nobody's telephone.
  static CallEnd ofOwn(LegEnd why) {
    return switch (why) {
      case BUSY, NO_ANSWER, REFUSED, SILENT -> new CallEnd(why, true);
      case HUNG_UP, WE_HUNG_UP -> of(LegEnd.WE_HUNG_UP);
      case LINE_LOST -> of(why);
    };
  }

  static CallEnd read(String name) {
    return name.startsWith(OWN)
        ? new CallEnd(LegEnd.valueOf(name.substring(OWN.length())), true)
        : of(LegEnd.valueOf(name));
  }

  String name() {
    return (isOwn ? OWN : "") + why.name();
  }
}
