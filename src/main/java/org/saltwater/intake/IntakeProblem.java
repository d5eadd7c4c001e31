package org.saltwater.intake;

import org.saltwater.kernel.ProblemType;

/// Ways a questionnaire can refuse.
public enum IntakeProblem implements ProblemType {
  /// No intake belongs to this token or browser (any more).
  INTAKE_UNKNOWN("intake-unknown", 404),
  /// The page is not on the way that the answers so far open.
  PAGE_NOT_OPEN("page-not-open", 409),
  /// Something needed is still missing.
  INTAKE_UNFINISHED("intake-unfinished", 409),
  /// The client has one already, and goes on with it.
  INTAKE_EXISTS("intake-exists", 409),
  /// The Idempotency-Key of a beginning came again after something had been answered
  /// (draft-ietf-httpapi-idempotency-key-header §2.7).
  KEY_REUSED("idempotency-key-reused", 422),
  /// The mailed link was used, or is too old.
  LINK_SPENT("link-spent", 410);

  private final String slug;
  private final int status;

  IntakeProblem(String slug, int status) {
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
