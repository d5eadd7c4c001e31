package org.saltwater.safety;

import org.saltwater.kernel.ProblemType;

enum SafetyProblem implements ProblemType {
  FLAG_MOVED_ON("flag-moved-on", 409);

  private final String slug;
  private final int status;

  SafetyProblem(String slug, int status) {
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
