package org.saltwater.crying;

import java.util.Locale;
import java.util.Optional;

/// Whether tears came in an hour, to the one who is asked. Whoever would rather not say gives none.
public enum HourAnswer {
  ME,
  THEM,
  BOTH,
  NO;

  /// Who cried, if the one who answered is the client.
  public Optional<WhoCried> who() {
    return switch (this) {
      case ME -> Optional.of(WhoCried.CLIENT);
      case THEM -> Optional.of(WhoCried.THERAPIST);
      case BOTH -> Optional.of(WhoCried.BOTH);
      case NO -> Optional.empty();
    };
  }

  /// The word for it in bundles and addresses: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
