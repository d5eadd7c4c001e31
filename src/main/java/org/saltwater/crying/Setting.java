package org.saltwater.crying;

import java.util.Locale;

/// Where tears came.
public enum Setting {
  ALONE,
  TRUSTED_PERSON,
  SESSION;

  /// The word for it in bundles and addresses: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
