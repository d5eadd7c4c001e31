package org.saltwater.crying;

import java.util.Locale;

/// What crying was like: held in, against something, or given in to.
public enum CryingForm {
  INHIBITED,
  PROTEST,
  DESPAIR;

  /// The word for it in bundles and addresses: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
