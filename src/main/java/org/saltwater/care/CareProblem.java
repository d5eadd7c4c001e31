package org.saltwater.care;

import org.saltwater.kernel.ProblemType;

/// Refusals about who treats whom.
public enum CareProblem implements ProblemType {
  ALREADY_WITH_THERAPIST("already-with-therapist", 409),
  NO_THERAPIST_YET("no-therapist-yet", 409),
  QUESTIONNAIRE_NEEDED("questionnaire-needed", 409),
  NOT_ON_CALL("not-on-call", 403),
  CHANGE_ALREADY_MADE("change-already-made", 409),
  CHANGE_UNFINISHED("change-unfinished", 409),
  THERAPIST_DOES_NOT_FIT("therapist-does-not-fit", 409),
  SAME_THERAPIST("same-therapist", 409),
  SUMMARY_CLOSED("summary-closed", 409),
  SUPERVISION_ANSWERED("supervision-answered", 409);

  private final String slug;
  private final int status;

  CareProblem(String slug, int status) {
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
