package org.saltwater.matching;

import org.saltwater.kernel.ProblemType;

/// Why somebody cannot be matched yet.
public enum MatchingProblem implements ProblemType {
  ANSWERS_NEEDED("answers-needed", 409);

  private final String slug;
  private final int status;

  MatchingProblem(String slug, int status) {
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
