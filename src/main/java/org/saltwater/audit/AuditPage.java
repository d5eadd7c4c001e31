package org.saltwater.audit;

import java.util.List;
import java.util.Optional;

/// Some records, newest first, and where the older ones go on.
///
/// @param next the cursor to ask with for what is older; empty at the end
public record AuditPage(List<AuditRecord> records, Optional<String> next) {}
