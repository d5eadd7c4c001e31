package org.saltwater.telephony;

/// Why a call ended.
public enum LegEnd {
  HUNG_UP,
  BUSY,
  NO_ANSWER,
  REFUSED,
  /// Nothing was heard of the telephone for 5 seconds.
  SILENT,
  WE_HUNG_UP,
  LINE_LOST
}
