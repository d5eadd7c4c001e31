package org.saltwater.journal;

import org.saltwater.kernel.ProblemType;

/// Why something is not done with a journal.
public enum JournalProblem implements ProblemType {
  /// There is no therapist yet to whose hour an entry could be brought.
  NOBODY_TO_BRING_TO("nobody-to-bring-to", 409),
  /// One Idempotency-Key came with two different entries.
  KEY_REUSED("idempotency-key-reused", 422);

  private final String slug;
  private final int status;

  JournalProblem(String slug, int status) {
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
