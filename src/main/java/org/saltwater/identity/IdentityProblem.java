package org.saltwater.identity;

import org.saltwater.kernel.ProblemType;

/// Why a sign-in, an account or an invitation is refused.
public enum IdentityProblem implements ProblemType {
  WRONG_SIGN_IN("wrong-sign-in", 401),
  CODE_NEEDED("code-needed", 401),
  WRONG_CODE("wrong-code", 401),
  SECOND_STEP_MISSING("second-step-missing", 403),
  CONFIRM_FIRST("confirm-first", 403),
  ALREADY_REGISTERED("already-registered", 409),
  LINK_SPENT("link-spent", 410),
  FORM_TOO_OLD("form-too-old", 403),
  PASSKEY_REFUSED("passkey-refused", 422);

  private final String slug;
  private final int status;

  IdentityProblem(String slug, int status) {
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
