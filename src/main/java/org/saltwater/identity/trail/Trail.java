package org.saltwater.identity;

import org.springframework.stereotype.Component;

/// What identity writes into the audit log.
@Component
class Trail {
  void own(Person person, AuditAction action, String thing, String reason) {}

  void unknown(AuditAction action, String thing, String reason) {}
}
