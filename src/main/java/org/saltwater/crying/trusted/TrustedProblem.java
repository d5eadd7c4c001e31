package org.saltwater.crying.trusted;

import org.saltwater.kernel.ProblemType;

/// Why the page for a trusted person does not open.
enum TrustedProblem implements ProblemType {
  /// Used already, too old, or taken back: which of them is nobody's to know.
  LINK_OVER("trusted-link-over", 410);

  private final String slug;
  private final int status;

  TrustedProblem(String slug, int status) {
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
