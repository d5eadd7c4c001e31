package org.saltwater.identity.link;

import java.time.Duration;

/// What a link is for, and how long it works.
public enum LinkKind {
  INVITATION(Duration.ofDays(7)),
  PASSWORD_RESET(Duration.ofMinutes(30)),
  CONFIRM_EMAIL(Duration.ofDays(7));

  private final Duration lasts;

  LinkKind(Duration lasts) {
    this.lasts = lasts;
  }

  public Duration lasts() {
    return lasts;
  }
}
