package org.saltwater.alliance;

import org.saltwater.kernel.ProblemType;

/// Why a check-in is not taken.
public enum AllianceProblem implements ProblemType {
  /// The hour has not taken place, or not yet.
  NO_SESSION_YET("no-session-yet", 409);

  private final String slug;
  private final int status;

  AllianceProblem(String slug, int status) {
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
