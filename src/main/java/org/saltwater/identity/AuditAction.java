package org.saltwater.identity;

/// Stands in until the audit module is there.
enum AuditAction {
  CREATED,
  CHANGED,
  SIGNED_IN,
  SIGNED_OUT,
  SIGN_IN_FAILED,
  INVITED
}
