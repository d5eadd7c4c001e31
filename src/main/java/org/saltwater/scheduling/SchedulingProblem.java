package org.saltwater.scheduling;

import org.saltwater.kernel.ProblemType;

/// Why a time cannot be had.
public enum SchedulingProblem implements ProblemType {
  /// Someone else was quicker.
  SLOT_TAKEN("slot-taken", 409),
  /// The therapist does not offer it (any more), or it is too soon or too far off.
  SLOT_NOT_OFFERED("slot-not-offered", 409),
  /// The client meets someone at that time already.
  CLIENT_BUSY("client-busy", 409),
  /// It was given up before it was booked.
  APPOINTMENT_CANCELLED("appointment-cancelled", 409),
  /// It has begun, so it can't be cancelled or moved.
  APPOINTMENT_BEGUN("appointment-begun", 409),
  /// One Idempotency-Key came with two different requests
  /// (draft-ietf-httpapi-idempotency-key-header §2.7).
  KEY_REUSED("idempotency-key-reused", 422);

  private final String slug;
  private final int status;

  SchedulingProblem(String slug, int status) {
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
