package org.saltwater.crying.insight;

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

/// What the practice learned of tears in its hours, to read and to take along.
@Controller
@RequestMapping("/practice")
@For(Audience.COORDINATOR)
class LearnedPages {
  private final LearnedReading reading;

  LearnedPages(LearnedReading reading) {
    this.reading = reading;
  }

  @GetMapping("/tears")
  PageView read(@AuthenticationPrincipal SignedIn me) {
    return PageView.of("crying/learned", LearnedView.of(reading.read(me)));
  }

  @GetMapping("/tears.csv")
  ResponseEntity<String> export(@AuthenticationPrincipal SignedIn me) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tears.csv\"")
        .body(LearnedCsv.write(reading.export(me)));
  }
}
