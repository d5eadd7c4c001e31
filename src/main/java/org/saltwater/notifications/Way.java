package org.saltwater.notifications;

import java.util.Locale;

/// How somebody is told or asked something.
public enum Way {
  MAIL,
  PUSH,
  /// On a page they have opened themselves.
  PAGE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
