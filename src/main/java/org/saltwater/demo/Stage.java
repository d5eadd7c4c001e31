package org.saltwater.demo;

/// How far an invented client has come.
///
/// @see #share
enum Stage {
  /// Some pages of the questionnaire are answered.
  BEGUN(14),
  /// The questionnaire is finished, and nobody chosen yet.
  UNMATCHED(16),
  /// Waits for a therapist who fits.
  WAITING(10),
  /// The first hour is in the coming days.
  FIRST_BOOKED(24),
  /// Meets a therapist week by week.
  IN_TREATMENT(62),
  /// Has changed therapist and taken along what they chose.
  CHANGED(10),
  /// The therapist has left the practice; a deputy is there until the client has chosen.
  THERAPIST_LEFT(6),
  /// Takes a break: nothing booked for some weeks.
  PAUSED(8),
  /// The work is done, and was ended after the last hour.
  FINISHED(0),
  /// Stayed away from the last hour that was booked, and ended it.
  STOPPED(0);

  private final int share;

  Stage(int share) {
    this.share = share;
  }

  /// How many of 150 clients are at it; former ones come on top.
  int share() {
    return share;
  }

  boolean isFormer() {
    return this == FINISHED || this == STOPPED;
  }

  boolean hasTherapist() {
    return compareTo(FIRST_BOOKED) >= 0;
  }
}
