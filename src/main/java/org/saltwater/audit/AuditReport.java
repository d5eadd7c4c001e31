package org.saltwater.audit;

import java.util.List;

/// What a verification of the whole log found.
///
/// @param linked entries in the chain
/// @param waiting entries of the last minute that have no link yet; not a fault
/// @param findings the first thousand faults, in the order of the chain
/// @param faults how many there are in all
public record AuditReport(long linked, long waiting, List<AuditFinding> findings, long faults) {
  public boolean isClean() {
    return faults == 0;
  }
}
