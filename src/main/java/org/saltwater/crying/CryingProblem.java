package org.saltwater.crying;

import org.saltwater.kernel.ProblemType;

/// Why something about tears is not taken.
public enum CryingProblem implements ProblemType {
  /// The moment in which it could be answered is over, or has not come.
  MOMENT_OVER("moment-over", 409),
  /// The hour has not taken place, or not yet.
  HOUR_NOT_OVER("hour-not-over", 409);

  private final String slug;
  private final int status;

  CryingProblem(String slug, int status) {
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
