package org.saltwater.sessions.company;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets, soon after an hour, what those who came along were called and what let them in: that
/// they were there stands in the audit log.
@Component
class PastCompany {
  private final CompanionRows rows;

  PastCompany(CompanionRows rows) {
    this.rows = rows;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void forget() {
    rows.forgetOver();
  }
}
