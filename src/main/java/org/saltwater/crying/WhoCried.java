package org.saltwater.crying;

import java.util.Locale;

/// Who cried.
public enum WhoCried {
  CLIENT,
  THERAPIST,
  BOTH;

  /// The word for it in bundles and addresses: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
