package org.saltwater.alliance;

import java.util.List;
import java.util.UUID;
import org.saltwater.alliance.PatternView.Reader;
import org.saltwater.identity.People;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A therapist's own pattern, and the supervisors whom they let see it.
@Controller
class PatternPages {
  private final Patterns patterns;
  private final People people;

  PatternPages(Patterns patterns, People people) {
    this.patterns = patterns;
    this.people = people;
  }

  @GetMapping("/my-hours-together")
  @For(Audience.THERAPIST)
  PageView own(@AuthenticationPrincipal SignedIn me) {
    var seeing = patterns.listSeeing(me.therapist());
    return PageView.of(
        "alliance/pattern",
        new PatternView(
            patterns.get(me.therapist()),
            "",
            patterns.listSupervisors().stream()
                .filter(it -> !it.id().equals(me.id()))
                .map(it -> new Reader(it.id(), it.name(), seeing.contains(it.id())))
                .toList()));
  }

  @PostMapping("/my-hours-together/supervisors/{supervisor}")
  @For(Audience.THERAPIST)
  View let(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID supervisor,
      @RequestParam(defaultValue = "false") boolean sees) {
    if (sees) {
      patterns.show(me.therapist(), new PersonId(supervisor));
    } else {
      patterns.hide(me.therapist(), new PersonId(supervisor));
    }
    return SeeOther.to("/my-hours-together");
  }

  @GetMapping("/hours-together")
  @For(Audience.SUPERVISOR)
  PageView shown(@AuthenticationPrincipal SignedIn me) {
    return PageView.of("alliance/patterns", new PatternsView(patterns.listShownTo(me.id())));
  }

  @GetMapping("/hours-together/{therapist}")
  @For(Audience.SUPERVISOR)
  PageView theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID therapist) {
    var pattern = patterns.get(new TherapistId(therapist), me.id());
    return PageView.of(
        "alliance/pattern",
        new PatternView(pattern, people.get(new PersonId(therapist)).name(), List.of()));
  }
}
