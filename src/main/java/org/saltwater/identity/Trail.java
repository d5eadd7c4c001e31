package org.saltwater.identity;

import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.springframework.stereotype.Component;

/// What identity writes into the audit log. A client sees their own sign-ins there too.
@Component
class Trail {
  private final AuditLog log;

  Trail(AuditLog log) {
    this.log = log;
  }

  /// Something a person did to their own account, or that was tried on it.
  void own(Person person, AuditAction action, String thing, String reason) {
    log.write(
        new AuditEntry(
            person.id(),
            action,
            person.roles().contains(Role.CLIENT) ? ClientId.of(person.id()) : null,
            thing,
            reason));
  }

  /// A sign-in that failed for an address nobody here has.
  void unknown(AuditAction action, String thing, String reason) {
    log.write(new AuditEntry(null, action, null, thing, reason));
  }
}
