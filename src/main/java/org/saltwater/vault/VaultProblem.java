package org.saltwater.vault;

import org.saltwater.kernel.ProblemType;

/// Why sealed data stays sealed.
public enum VaultProblem implements ProblemType {
  /// The client's keys have been destroyed: the data is gone for good.
  ERASED("data-erased", 410);

  private final String slug;
  private final int status;

  VaultProblem(String slug, int status) {
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
