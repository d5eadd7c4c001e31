package org.saltwater.figures;

import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.measures.Instruments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The practice report, for a coordinator. There is nothing to choose in it, no stretch of time and
// no
/// part of the practice: two reports that differ by a few people would tell about those few.
@Service
public class Reports {
  private final Cases cases;
  private final Instruments instruments;
  private final AuditLog audit;

  Reports(Cases cases, Instruments instruments, AuditLog audit) {
    this.cases = cases;
    this.instruments = instruments;
    this.audit = audit;
  }

  /// @throws Refusal `not-allowed` to anyone but a coordinator
  @Transactional
  public Report read(SignedIn reader) {
    return read(reader, AuditAction.READ);
  }

  /// The same, to be taken along.
  ///
  /// @throws Refusal `not-allowed` to anyone but a coordinator
  @Transactional
  public Report export(SignedIn reader) {
    return read(reader, AuditAction.EXPORTED);
  }

  private Report read(SignedIn reader, AuditAction action) {
    if (!reader.roles().contains(Role.COORDINATOR)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    audit.write(new AuditEntry(reader.id(), action, null, "figures.report", "coordinator"));
    return now();
  }

  Report now() {
    return cases
        .find()
        .map(it -> Counting.count(instruments.list(), it.cases(), it.at()))
        .orElse(Report.NOTHING);
  }
}
