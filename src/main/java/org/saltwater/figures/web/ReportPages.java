package org.saltwater.figures.web;

import org.saltwater.figures.Reports;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The practice report to read, to print, and to take along.
@Controller
@RequestMapping("/practice")
@For(Audience.COORDINATOR)
class ReportPages {
  private final Reports reports;
  private final ReportViews views;

  ReportPages(Reports reports, ReportViews views) {
    this.reports = reports;
    this.views = views;
  }

  @GetMapping("/report")
  PageView read(@AuthenticationPrincipal SignedIn me) {
    return PageView.of("figures/report", views.of(reports.read(me)));
  }

  @GetMapping("/report.csv")
  ResponseEntity<String> export(@AuthenticationPrincipal SignedIn me) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"")
        .body(ReportCsv.write(reports.export(me)));
  }
}
