package org.saltwater.sessions.company;

import org.saltwater.kernel.ProblemType;

/// Why somebody can't come along.
public enum CompanyProblem implements ProblemType {
  /// Two people come along already: a room holds four.
  ROOM_FULL("room-full", 409),
  /// The client has said no to whom the therapist asked for, and is not asked again.
  CLIENT_SAID_NO("client-said-no", 409),
  /// Not everyone has said yes.
  NOT_AGREED("not-agreed", 409),
  /// The link was followed already, was replaced by another, or its hour is over.
  COMPANY_LINK_SPENT("company-link-spent", 410);

  private final String slug;
  private final int status;

  CompanyProblem(String slug, int status) {
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
