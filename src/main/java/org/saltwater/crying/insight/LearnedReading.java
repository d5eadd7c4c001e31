package org.saltwater.crying.insight;

import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was learned, for a coordinator. There is nothing to choose in it, as in the practice
/// report.
@Component
class LearnedReading {
  private final LearnedRows rows;
  private final AuditLog audit;

  LearnedReading(LearnedRows rows, AuditLog audit) {
    this.rows = rows;
    this.audit = audit;
  }

  /// @throws Refusal `not-allowed` to anyone but a coordinator
  @Transactional
  Learned read(SignedIn reader) {
    return read(reader, AuditAction.READ);
  }

  /// The same, to be taken along.
  ///
  /// @throws Refusal `not-allowed` to anyone but a coordinator
  @Transactional
  Learned export(SignedIn reader) {
    return read(reader, AuditAction.EXPORTED);
  }

  private Learned read(SignedIn reader, AuditAction action) {
    if (!reader.roles().contains(Role.COORDINATOR)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    audit.write(new AuditEntry(reader.id(), action, null, "crying.learned", "coordinator"));
    return rows.find().orElse(Learned.NOTHING);
  }
}
