package org.saltwater.library;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/// How far an article has come. Readers see the last reviewed text whatever becomes of the next
/// one.
public enum ArticleState {
  DRAFT,
  /// Someone with a licence, who wrote none of it, is asked to look at it.
  IN_REVIEW,
  REVIEWED,
  /// Reviewed, and the day for looking at it again has come. Never stored: it follows from that
  /// day.
  DUE,
  /// Nobody reads it.
  WITHDRAWN;

  boolean canBecome(ArticleState next) {
    return nexts().contains(next);
  }

  private Set<ArticleState> nexts() {
    return switch (this) {
      case DRAFT -> Set.of(IN_REVIEW, WITHDRAWN);
      case IN_REVIEW -> Set.of(DRAFT, REVIEWED, WITHDRAWN);
      case REVIEWED -> Set.of(DUE, IN_REVIEW, WITHDRAWN);
      case DUE -> Set.of(REVIEWED, IN_REVIEW, WITHDRAWN);
      case WITHDRAWN -> Set.of(DRAFT);
    };
  }

  /// What it is on a day.
  ArticleState on(LocalDate today, LocalDate nextReview) {
    return this == REVIEWED && !today.isBefore(nextReview) ? DUE : this;
  }

  /// What it is once its text has been changed: what was reviewed is to be looked at again, and
  /// what was withdrawn begins anew.
  ArticleState changed() {
    return switch (this) {
      case DRAFT, WITHDRAWN -> DRAFT;
      case IN_REVIEW, REVIEWED, DUE -> IN_REVIEW;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
