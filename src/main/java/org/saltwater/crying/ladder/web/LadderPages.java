package org.saltwater.crying.ladder.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.ladder.HoursOfSteps;
import org.saltwater.crying.ladder.LadderPauses;
import org.saltwater.crying.ladder.LadderReading;
import org.saltwater.crying.ladder.Ladders;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.Resumption;
import org.saltwater.crying.ladder.Sharing;
import org.saltwater.crying.ladder.Standing;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.library.Library;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The client's ladder, the page on safety before it, and how it goes on after a pause.
@Controller
@RequestMapping("/ladder")
@For(Audience.CLIENT)
class LadderPages {
  private final Ladders ladders;
  private final LadderReading reading;
  private final LadderPauses pauses;
  private final HoursOfSteps hours;
  private final RiskFlags risks;
  private final OnCall onCall;
  private final People people;
  private final Library library;

  LadderPages(
      Ladders ladders,
      LadderReading reading,
      LadderPauses pauses,
      HoursOfSteps hours,
      RiskFlags risks,
      OnCall onCall,
      People people,
      Library library) {
    this.ladders = ladders;
    this.reading = reading;
    this.pauses = pauses;
    this.hours = hours;
    this.risks = risks;
    this.onCall = onCall;
    this.people = people;
    this.library = library;
  }

  @GetMapping
  PageView ladder(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String done) {
    var steps = reading.own(me.client());
    return PageView.of(
        "crying/ladder",
        new LadderView(
            ladders.find(me.client()).orElse(null),
            steps,
            therapist(me),
            ladders.findCare(me.client()).map(it -> it.therapist().person()).orElse(null),
            goneBy(steps),
            !risks.listOpenFor(me.client()).isEmpty(),
            onCall.isSomeoneThere(),
            done));
  }

  @GetMapping("/safety")
  PageView safety(@AuthenticationPrincipal SignedIn me) {
    return safety(me, FormErrors.none());
  }

  /// @param with `THERAPIST` for someone who practises with their therapist only, else `ANYONE`
  @PostMapping("/safety")
  View begin(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String with) {
    if (!with.equals("THERAPIST") && !with.equals("ANYONE")) {
      return safety(me, FormErrors.of(Typed.invalid("with", "ladder.safety.choose")))
          .withStatus(422);
    }
    ladders.begin(me.client(), with.equals("THERAPIST"));
    return SeeOther.to("/ladder");
  }

  @PostMapping("/share")
  View share(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String shared) {
    ladders.share(me.client(), Typed.find(Sharing.class, shared).orElse(Sharing.NOTHING));
    return SeeOther.to("/ladder?done=shared");
  }

  @PostMapping("/resume")
  View resume(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String how) {
    var chosen = Typed.find(Resumption.class, how);
    if (chosen.isEmpty()) {
      return SeeOther.to("/ladder?done=choose#resume");
    }
    pauses.resume(me.client(), chosen.get());
    return SeeOther.to("/ladder?done=resumed");
  }

  private Set<UUID> goneBy(List<Standing> steps) {
    return steps.stream()
        .flatMap(it -> it.repetitions().stream())
        .filter(hours::hasGoneBy)
        .map(Repetition::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private PageView safety(SignedIn me, FormErrors errors) {
    var ladder = ladders.find(me.client());
    return PageView.of(
        "crying/ladder-safety",
        new SafetyView(
            therapist(me),
            ladder.filter(it -> it.onlyInSession()).isPresent(),
            ladder.isPresent(),
            onCall.isSomeoneThere(),
            library.isShown("when-tears-feel-unsafe"),
            errors));
  }

  private @Nullable String therapist(SignedIn me) {
    return ladders
        .findCare(me.client())
        .flatMap(it -> people.find(it.therapist().person()))
        .map(Person::name)
        .orElse(null);
  }
}
