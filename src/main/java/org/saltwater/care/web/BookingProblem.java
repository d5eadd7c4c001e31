package org.saltwater.care.web;

import org.saltwater.kernel.ProblemType;

/// Why a first appointment can't be booked though its time is free.
enum BookingProblem implements ProblemType {
  /// Consent and the place where the client is are asked for in the questionnaire.
  QUESTIONNAIRE_FIRST("questionnaire-first", 409),
  /// The law of the place where the client is decides.
  NOT_LICENSED_THERE("not-licensed-there", 409),
  /// The client's answers ask for experience this therapist has not got confirmed.
  OTHER_EXPERIENCE_NEEDED("other-experience-needed", 409),
  NO_COMMON_LANGUAGE("no-common-language", 409),
  /// Neither meets people in a way that the other does.
  NO_COMMON_WAY("no-common-way", 409),
  /// The client said that something must be, or must not be.
  AGAINST_WISHES("against-wishes", 409),
  /// Nothing the therapist offers can be held in this practice so far.
  NO_WAY_TO_MEET("no-way-to-meet", 409),
  MODALITY_NOT_OFFERED("modality-not-offered", 422);

  private final String slug;
  private final int status;

  BookingProblem(String slug, int status) {
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
