package org.saltwater.crying;

import java.util.Locale;

/// What tears were about.
public enum Trigger {
  CONFLICT,
  LOSS,
  PERSONAL_FAILING,
  OTHERS_SUFFERING,
  POSITIVE,
  PHYSICAL,
  OTHER;

  /// The word for it in bundles and addresses: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
