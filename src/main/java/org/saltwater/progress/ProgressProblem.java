package org.saltwater.progress;

import org.saltwater.kernel.ProblemType;

/// Why an answer or a goal is not taken.
public enum ProgressProblem implements ProblemType {
  /// This instrument is not asked now: it was answered a short while ago, or there is no hour near.
  NOT_ASKED_NOW("not-asked-now", 409),
  /// There are three goals already.
  ENOUGH_GOALS("enough-goals", 409);

  private final String slug;
  private final int status;

  ProgressProblem(String slug, int status) {
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
