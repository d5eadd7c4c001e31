package org.saltwater.sessions.company;

import java.util.Locale;

/// What one person says to somebody's coming along. It can be taken back at any time, and a no
/// needs no reason.
public enum Answer {
  /// Not said yet.
  OPEN,
  YES,
  NO;

  /// The word for it in codes and bundles.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
