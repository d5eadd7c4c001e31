package org.saltwater.safety.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskState;
import org.saltwater.safety.web.RiskFlagsView.FlagLine;
import org.saltwater.safety.web.RiskFlagsView.StepLine;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@For({Audience.COORDINATOR, Audience.THERAPIST})
class RiskFlagPages {
  private final FollowUp followUp;
  private final People people;
  private final Clock clock;

  RiskFlagPages(FollowUp followUp, People people, Clock clock) {
    this.followUp = followUp;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/risk-flags")
  PageView list(@AuthenticationPrincipal SignedIn me) {
    return page(me, null, null);
  }

  @PostMapping("/risk-flags/{id}")
  View move(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestParam RiskState state) {
    followUp.move(me, id, state);
    return SeeOther.to("/risk-flags");
  }

  /// Shown once, on the page that answers: not in an address, and not to whoever reloads.
  @PostMapping("/risk-flags/{id}/reach")
  PageView reach(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return page(me, id, followUp.reach(me, id));
  }

  private PageView page(SignedIn me, @Nullable UUID opened, @Nullable String reach) {
    return PageView.of(
        "safety/flags",
        new RiskFlagsView(
            followUp.listFor(me).stream()
                .map(flag -> line(flag, flag.id().equals(opened) ? reach : null))
                .toList(),
            followUp.seesAll(me),
            me.is(Role.COORDINATOR),
            followUp.mayOpenRecords(me)));
  }

  private FlagLine line(RiskFlag flag, @Nullable String reach) {
    var steps = new ArrayList<StepLine>();
    flag.seen().ifPresent(step -> steps.add(step("seen", step)));
    flag.contacted().ifPresent(step -> steps.add(step("contacted", step)));
    return new FlagLine(
        flag.id(),
        flag.client().value(),
        name(flag.client().person()),
        flag.level().name(),
        flag.state().name(),
        flag.source().name(),
        flag.raisedAt(),
        flag.contactBy(),
        flag.isOverdue(clock.instant()),
        steps,
        next(flag.state()),
        reach);
  }

  private static @Nullable String next(RiskState state) {
    List<String> steps =
        Stream.of(RiskState.values()).filter(state::canBecome).map(RiskState::name).toList();
    return steps.isEmpty() ? null : steps.getFirst();
  }

  private StepLine step(String what, RiskFlag.Step step) {
    return new StepLine(what, name(step.by()), step.at());
  }

  private String name(PersonId id) {
    return people.find(id).map(Person::name).orElse("");
  }
}
