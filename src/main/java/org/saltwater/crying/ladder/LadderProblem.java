package org.saltwater.crying.ladder;

import org.saltwater.kernel.ProblemType;

/// Why a step is not taken now.
public enum LadderProblem implements ProblemType {
  /// There is no ladder yet: the page on safety comes first.
  LADDER_NOT_BEGUN("ladder-not-begun", 409),
  /// It rests; the page says why.
  LADDER_PAUSED("ladder-paused", 409),
  /// A person here gets in touch with the client first.
  CONTACT_FIRST("contact-first", 409),
  /// After a risk answer, only a talk opens it again.
  TALK_FIRST("talk-first", 409),
  /// The client chose to practise with their therapist only.
  ONLY_IN_SESSION("only-in-session", 409),
  /// A step in session is taken once the two are in its hour together.
  HOUR_NOT_NOW("hour-not-now", 409),
  /// The step or the time has moved on meanwhile, on another page or device.
  MOVED_ON("ladder-moved-on", 409);

  private final String slug;
  private final int status;

  LadderProblem(String slug, int status) {
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
