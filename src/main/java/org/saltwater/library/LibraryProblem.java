package org.saltwater.library;

import org.saltwater.kernel.ProblemType;

/// Why something can't be done with an article.
enum LibraryProblem implements ProblemType {
  /// Somebody else saved it since it was opened.
  ARTICLE_CHANGED_MEANWHILE("article-changed-meanwhile", 409),
  /// It can't become that now: what was never sent for review is not reviewed.
  ARTICLE_NOT_READY("article-not-ready", 409),
  /// Nobody reviews their own words.
  OWN_ARTICLE("own-article", 409),
  /// Only who has a licence on file reviews.
  LICENCE_NEEDED("licence-needed", 409);

  private final String slug;
  private final int status;

  LibraryProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
