package org.saltwater.crying.web;

import java.util.UUID;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.CryingProblem;
import org.saltwater.crying.MoodPrompt;
import org.saltwater.crying.MoodPrompts;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// "How are you now?", answered in one tap.
@Controller
@RequestMapping("/check-back/{prompt}")
@For(Audience.CLIENT)
class CheckBackPages {
  private final MoodPrompts prompts;
  private final CryingEpisodes episodes;

  CheckBackPages(MoodPrompts prompts, CryingEpisodes episodes) {
    this.prompts = prompts;
    this.episodes = episodes;
  }

  @GetMapping
  PageView ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID prompt,
      @RequestParam(defaultValue = "false") boolean done) {
    var moment = prompts.findOpen(me.client(), prompt).map(MoodPrompt::moment).orElse(null);
    return PageView.of("crying/check-back", new MomentViews.CheckBack(prompt, moment, done));
  }

  @PostMapping
  View answer(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID prompt, @RequestParam int value) {
    try {
      episodes.answer(me.client(), prompt, value);
    } catch (Refusal refusal) {
      if (refusal.type() == CryingProblem.MOMENT_OVER) {
        return SeeOther.to("/check-back/" + prompt);
      }
      throw refusal;
    }
    return SeeOther.to("/check-back/" + prompt + "?done=true");
  }
}
