package org.saltwater.progress.web;

import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Goals;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How things have changed, and the client's goals.
@Controller
class ProgressPages {
  private final ProgressReading reading;
  private final Goals goals;

  ProgressPages(ProgressReading reading, Goals goals) {
    this.reading = reading;
    this.goals = goals;
  }

  @GetMapping("/progress")
  @For(Audience.CLIENT)
  PageView own(@AuthenticationPrincipal SignedIn me) {
    return page(me, me.client(), "", FormErrors.none());
  }

  @GetMapping("/clients/{client}/progress")
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  PageView theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return page(me, new ClientId(client), "", FormErrors.none());
  }

  @PostMapping("/progress/goals")
  @For(Audience.CLIENT)
  View add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String words,
      @RequestParam UUID id) {
    try {
      goals.add(me.client(), id, words);
      return SeeOther.to("/progress#goals");
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return page(me, me.client(), words, FormErrors.of(refusal)).withStatus(422);
    }
  }

  @PostMapping("/progress/goals/{goal}/close")
  @For(Audience.CLIENT)
  View close(@AuthenticationPrincipal SignedIn me, @PathVariable UUID goal) {
    goals.close(me.client(), goal);
    return SeeOther.to("/progress#goals");
  }

  private PageView page(SignedIn me, ClientId client, String typed, FormErrors errors) {
    return PageView.of("progress/progress", reading.view(me, client, typed, errors));
  }
}
