package org.saltwater.progress.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Review.Prompt;
import org.saltwater.progress.Reviews;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Keeps what a therapist looked at when a course was worth reviewing.
@Controller
class ReviewPages {
  private final ProgressReading reading;
  private final Reviews reviews;

  ReviewPages(ProgressReading reading, Reviews reviews) {
    this.reading = reading;
    this.reviews = reviews;
  }

  @PostMapping("/clients/{client}/reviews")
  @For(Audience.THERAPIST)
  View keep(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID client,
      @RequestParam UUID id,
      @RequestParam(defaultValue = "") List<String> looked,
      @RequestParam(defaultValue = "") String note) {
    var typed = new ReviewView.Typed(prompts(looked), note);
    try {
      reviews.keep(me, new ClientId(client), id, typed.looked(), note);
      return SeeOther.to("/clients/" + client + "/progress");
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return PageView.of(
              "progress/progress",
              reading.view(me, new ClientId(client), "", FormErrors.of(refusal), typed))
          .withStatus(422);
    }
  }

  /// A word that is none of them is as if it were not ticked.
  private static Set<Prompt> prompts(List<String> looked) {
    return Arrays.stream(Prompt.values())
        .filter(it -> looked.contains(it.code()))
        .collect(Collectors.toSet());
  }
}
