package org.saltwater.crying;

import java.util.Locale;

/// What was there together with tears. It may protect, and no score punishes it.
public enum Alongside {
  LAUGHTER,
  ANGER,
  JOKING;

  /// The word for it in bundles and addresses: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
