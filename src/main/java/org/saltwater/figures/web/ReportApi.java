package org.saltwater.figures.web;

import org.saltwater.figures.Report;
import org.saltwater.figures.Reports;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The practice report for programs.
@RestController
@RequestMapping("/api/v1/practice/report")
@For(Audience.COORDINATOR)
class ReportApi {
  private final Reports reports;

  ReportApi(Reports reports) {
    this.reports = reports;
  }

  @GetMapping
  Report read(@AuthenticationPrincipal SignedIn me) {
    return reports.read(me);
  }
}
