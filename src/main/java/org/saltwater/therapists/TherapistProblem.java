package org.saltwater.therapists;

import org.saltwater.kernel.ProblemType;

/// Why something about a therapist cannot be done.
public enum TherapistProblem implements ProblemType {
  THERAPIST_FULL("therapist-full", 409),
  THERAPIST_UNKNOWN("therapist-unknown", 404),
  THERAPIST_LEFT("therapist-left", 409),
  THERAPIST_EXISTS("therapist-exists", 409),
  DEPUTY_UNFIT("deputy-unfit", 422);

  private final String slug;
  private final int status;

  TherapistProblem(String slug, int status) {
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
