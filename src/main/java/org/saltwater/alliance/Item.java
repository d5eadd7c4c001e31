package org.saltwater.alliance;

/// What the check-in asks, one to five. Own wording, not validated, and not a paraphrase of any
/// scale: see the project's clinical facts, instruments, "Session check-in". The fifth, whether
/// anything felt wrong, is free text.
public enum Item {
  FELT_HEARD("felt-heard"),
  GOALS_AGREED("goals-agreed"),
  WAY_SUITS("way-suits"),
  SAFE_TO_FEEL("safe-to-feel");

  private final String code;

  Item(String code) {
    this.code = code;
  }

  /// The word for it in forms and bundles.
  public String code() {
    return code;
  }
}
