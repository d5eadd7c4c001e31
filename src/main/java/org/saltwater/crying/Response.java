package org.saltwater.crying;

import java.util.Locale;

/// What the therapist did when tears came. Our own words, not a validated scale.
public enum Response {
  GAVE_ROOM,
  SAID_SOMETHING_KIND,
  ASKED_ABOUT_IT,
  WENT_ON,
  SEEMED_UNEASY;

  /// The word for it in bundles and addresses: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
