package org.saltwater.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// An article as readers see it.
///
/// @param stamp another one for each text
/// @param modified when its words were last changed
/// @param ours whether it came with Saltwater and nobody here has changed it
public record Shown(
    String slug,
    String stamp,
    ArticleText text,
    Instant modified,
    Optional<Review> review,
    boolean ours) {
  /// What a reader is told at the top.
  public enum Standing {
    NOT_REVIEWED,
    REVIEWED,
    DUE;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Standing standingOn(LocalDate today) {
    return review
        .map(it -> it.isDue(today) ? Standing.DUE : Standing.REVIEWED)
        .orElse(Standing.NOT_REVIEWED);
  }
}
