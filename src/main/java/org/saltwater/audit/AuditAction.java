package org.saltwater.audit;

/// What was done. The entry's `thing` says to what, its `reason` on what ground.
public enum AuditAction {
  READ,
  CREATED,
  CHANGED,
  DELETED,
  /// Someone asked for clinical data and was not let in.
  REFUSED,
  EXPORTED,
  /// Someone would like to read, and the client has yet to answer.
  ACCESS_ASKED,
  ACCESS_DECLINED,
  ACCESS_OPENED,
  ACCESS_CLOSED,
  /// A person on call opened a record without the usual consent, for a stated reason.
  GLASS_BROKEN,
  THERAPIST_CHANGED,
  HANDED_OVER,
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  SIGNED_IN,
  SIGNED_OUT,
  SIGN_IN_FAILED,
  INVITED,
  KEYS_DESTROYED,
  KEYS_ROTATED,
  /// The anchor outside the database was missing and has been made anew.
  ANCHOR_RENEWED,
  /// A committed entry was gone before it could be linked.
  ENTRY_LOST
}
