package org.saltwater.audit;

import java.time.Instant;
import java.util.UUID;

/// An entry of the log, read back.
public record AuditRecord(UUID id, Instant at, AuditEntry entry) {}
