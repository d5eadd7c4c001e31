package org.saltwater.audit;

import org.junit.jupiter.api.AfterEach;
import org.saltwater.audit.AuditFinding.Kind;

/// An audit log of its own to write to, and to harm.
abstract class AuditedLog {
  final AuditedPractice practice = new AuditedPractice();
  final AuditLog log = practice.log;

  @AfterEach
  void close() {
    practice.database.close();
  }

  Iterable<Kind> kinds() {
    return log.verify().findings().stream().map(AuditFinding::kind).toList();
  }
}
