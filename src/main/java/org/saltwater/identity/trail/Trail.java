package org.saltwater.identity.trail;

import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What identity writes into the audit log. A client sees what happened to their account there too.
@Component
public class Trail {
  private final AuditLog log;

  Trail(AuditLog log) {
    this.log = log;
  }

  /// Something a person did with their own account, or that was tried on it.
  @Transactional
  public void own(Person person, AuditAction action, String thing, String reason) {
    by(person.id(), person, action, thing, reason);
  }

  /// Something one person did with another's account.
  @Transactional
  public void by(PersonId actor, Person person, AuditAction action, String thing, String reason) {
    log.write(
        new AuditEntry(
            actor,
            action,
            person.roles().contains(Role.CLIENT) ? ClientId.of(person.id()) : null,
            thing,
            reason));
  }

  /// A sign-in that failed for an address nobody here has.
  @Transactional
  public void unknown(AuditAction action, String thing, String reason) {
    log.write(new AuditEntry(null, action, null, thing, reason));
  }
}
