package org.saltwater.crying.ladder.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.HoursOfSteps;
import org.saltwater.crying.ladder.LadderReading;
import org.saltwater.crying.ladder.LadderSteps;
import org.saltwater.crying.ladder.Ladders;
import org.saltwater.crying.ladder.Repetitions;
import org.saltwater.crying.ladder.Standing;
import org.saltwater.crying.ladder.Step;
import org.saltwater.crying.ladder.StepState;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.vault.Evidence;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A client's steps: written down, changed, laid aside, and given a time.
@Controller
@RequestMapping("/ladder/steps")
@For(Audience.CLIENT)
class LadderStepPages {
  private final Ladders ladders;
  private final LadderReading reading;
  private final LadderSteps steps;
  private final Repetitions repetitions;
  private final HoursOfSteps hours;
  private final RiskFlags risks;
  private final OnCall onCall;
  private final Clock clock;

  LadderStepPages(
      Ladders ladders,
      LadderReading reading,
      LadderSteps steps,
      Repetitions repetitions,
      HoursOfSteps hours,
      RiskFlags risks,
      OnCall onCall,
      Clock clock) {
    this.ladders = ladders;
    this.reading = reading;
    this.steps = steps;
    this.repetitions = repetitions;
    this.hours = hours;
    this.risks = risks;
    this.onCall = onCall;
    this.clock = clock;
  }

  @GetMapping("/new")
  PageView write(@RequestParam(defaultValue = "") String stage) {
    return form(StepForm.of(Map.of("stage", stage)), FormErrors.none());
  }

  @PostMapping
  View add(@AuthenticationPrincipal SignedIn me, @RequestParam Map<String, String> form) {
    var typed = StepForm.of(form);
    try {
      var step = steps.add(me.client(), typed.id(), typed.read());
      return SeeOther.to("/ladder/steps/" + step.id());
    } catch (Refusal refusal) {
      return form(typed, errors(refusal)).withStatus(422);
    }
  }

  @GetMapping("/{step}")
  PageView step(@AuthenticationPrincipal SignedIn me, @PathVariable UUID step) {
    var in = ZonedDateTime.now(clock.withZone(me.zone())).plusHours(1);
    return page(
        me,
        step,
        new StepView.Plan(
            UUID.randomUUID(),
            in.toLocalDate().toString(),
            in.toLocalTime().truncatedTo(ChronoUnit.HOURS).toString(),
            "30",
            "",
            FormErrors.none()));
  }

  @GetMapping("/{step}/edit")
  PageView edit(@AuthenticationPrincipal SignedIn me, @PathVariable UUID step) {
    var it = steps.get(Evidence.own(me.client()), step);
    return edit(
        new StepForm(
            it.id(),
            it.stage().name(),
            it.title(),
            it.prompt().kind().name(),
            it.prompt().words(),
            it.prompt().link()),
        FormErrors.none());
  }

  @PostMapping("/{step}/edit")
  View change(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID step,
      @RequestParam Map<String, String> form) {
    var typed = StepForm.of(form).withId(step);
    try {
      steps.change(me.client(), step, typed.read());
      return SeeOther.to("/ladder/steps/" + step);
    } catch (Refusal refusal) {
      return edit(typed, errors(refusal)).withStatus(422);
    }
  }

  @PostMapping("/{step}/take")
  View take(@AuthenticationPrincipal SignedIn me, @PathVariable UUID step) {
    if (steps.get(Evidence.own(me.client()), step).state() == StepState.PROPOSED
        && ladders.find(me.client()).filter(it -> it.isOffered()).isPresent()) {
      return SeeOther.to("/ladder/safety");
    }
    steps.move(me.client(), step, StepState.TAKEN);
    return SeeOther.to("/ladder/steps/" + step);
  }

  @PostMapping("/{step}/lay-aside")
  View layAside(@AuthenticationPrincipal SignedIn me, @PathVariable UUID step) {
    steps.move(me.client(), step, StepState.LAID_ASIDE);
    return SeeOther.to("/ladder?done=aside");
  }

  @PostMapping("/{step}/times")
  View plan(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID step,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String minutes,
      @RequestParam(defaultValue = "") String hour) {
    var own = Typed.id(id);
    try {
      if (steps.get(Evidence.own(me.client()), step).stage() == Setting.SESSION) {
        repetitions.planInHour(me.client(), step, own, Typed.hour(hour));
        return SeeOther.to("/ladder?done=set");
      }
      var start = Typed.moment(date, time, me.zone());
      var lasting = Typed.number("minutes", minutes, "ladder.plan.minutes.unreadable");
      repetitions.plan(me.client(), step, own, start, lasting == null ? 0 : lasting);
      return SeeOther.to("/ladder?done=planned");
    } catch (Refusal refusal) {
      return page(me, step, new StepView.Plan(own, date, time, minutes, hour, errors(refusal)))
          .withStatus(422);
    }
  }

  private PageView page(SignedIn me, UUID id, StepView.Plan plan) {
    var all =
        reading.own(me.client()).stream()
            .filter(it -> it.step().state() == StepState.TAKEN || it.step().id().equals(id))
            .toList();
    var at = all.stream().map(Standing::step).map(Step::id).toList().indexOf(id);
    if (at < 0) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var ladder = ladders.find(me.client()).orElse(null);
    return PageView.of(
        "crying/ladder-step",
        new StepView(
            all.get(at),
            LadderChart.of(all.get(at).courses()),
            at > 0 ? all.get(at - 1).step() : null,
            at + 1 < all.size() ? all.get(at + 1).step() : null,
            ladder,
            !risks.listOpenFor(me.client()).isEmpty(),
            hours.listComing(me.client()),
            plan));
  }

  private PageView form(StepForm typed, FormErrors errors) {
    return PageView.of(
        "crying/ladder-step-form",
        typed.view("/ladder/steps", "/ladder", false, "", onCall.isSomeoneThere(), errors));
  }

  private PageView edit(StepForm typed, FormErrors errors) {
    var path = "/ladder/steps/" + typed.id();
    return PageView.of(
        "crying/ladder-step-form",
        typed.view(path + "/edit", path, true, "", onCall.isSomeoneThere(), errors));
  }

  /// What can be mended in the form; anything else goes on its way.
  static FormErrors errors(Refusal refusal) {
    if (refusal.type() != GeneralProblem.INVALID) {
      throw refusal;
    }
    return FormErrors.of(refusal);
  }
}
