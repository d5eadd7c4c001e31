package org.saltwater.sessions.phone;

import org.saltwater.kernel.ProblemType;

/// Why nobody can be called.
public enum PhoneProblem implements ProblemType {
  /// The practice's line is down, or there is none.
  LINE_AWAY("phone-line-away", 409),
  /// The number the client gave does not say its country.
  NO_NUMBER("no-number-to-call", 409);

  private final String slug;
  private final int status;

  PhoneProblem(String slug, int status) {
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
