package org.saltwater.telephony;

import org.saltwater.kernel.Redacted;

/// The practice's line to the telephone network (RFC 3261 trunk).
public interface Telephony {
  LineState state();

  /// Begins to call; returns at once. What becomes of it is told to the events.
  ///
  /// @param e164 the number to call, `+` and up to 15 digits (ITU-T E.164)
  PhoneLeg dial(Redacted<String> e164, LegEvents events);

  /// Who takes calls that come in.
  void answerWith(DialIns dialIns);
}
