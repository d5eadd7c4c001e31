package org.saltwater.crying.ladder.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.ladder.HoursOfSteps;
import org.saltwater.crying.ladder.LadderSteps;
import org.saltwater.crying.ladder.Ladders;
import org.saltwater.crying.ladder.Note;
import org.saltwater.crying.ladder.Preparation;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.Repetitions;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
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

/// One time of a step, from getting ready to what came. An address always leads to where it stands.
@Controller
@RequestMapping("/ladder/times/{time}")
@For(Audience.CLIENT)
class RepetitionPages {
  private final Repetitions repetitions;
  private final HoursOfSteps hours;
  private final LadderSteps steps;
  private final Ladders ladders;
  private final RiskFlags risks;
  private final OnCall onCall;
  private final People people;
  private final Clock clock;

  RepetitionPages(
      Repetitions repetitions,
      HoursOfSteps hours,
      LadderSteps steps,
      Ladders ladders,
      RiskFlags risks,
      OnCall onCall,
      People people,
      Clock clock) {
    this.repetitions = repetitions;
    this.hours = hours;
    this.steps = steps;
    this.ladders = ladders;
    this.risks = risks;
    this.onCall = onCall;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping
  View prepare(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    var it = get(me, time);
    return switch (it.state()) {
      case PLANNED -> page("crying/ladder-prepare", me, it, lastTime(me, it), FormErrors.none());
      case UNDER_WAY -> SeeOther.to(path(it) + "/now");
      case ENDED, NOTED -> SeeOther.to(path(it) + "/after");
      case GIVEN_UP -> SeeOther.to("/ladder/steps/" + it.step());
    };
  }

  @PostMapping("/begin")
  View begin(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID time,
      @RequestParam Map<String, String> form) {
    try {
      repetitions.begin(
          me.client(),
          time,
          new Preparation(
              form.getOrDefault("place", ""),
              form.getOrDefault("company", ""),
              form.getOrDefault("stop", ""),
              tens("before", form),
              Typed.number("mood", form.getOrDefault("mood", ""), "ladder.mood.problem")));
    } catch (Refusal refusal) {
      var errors = LadderStepPages.errors(refusal);
      return page("crying/ladder-prepare", me, get(me, time), form, errors).withStatus(422);
    }
    return SeeOther.to("/ladder/times/" + time + "/now");
  }

  @GetMapping("/now")
  View now(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    var it = get(me, time);
    return it.begunAt().isPresent() && it.endedAt().isEmpty()
        ? page("crying/ladder-now", me, it, Map.of(), FormErrors.none())
        : SeeOther.to(path(it));
  }

  @PostMapping("/end")
  View end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    return SeeOther.to(path(repetitions.end(me.client(), time)) + "/after");
  }

  @GetMapping("/after")
  View after(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    var it = get(me, time);
    if (it.endedAt().isEmpty()) {
      return SeeOther.to(path(it));
    }
    var typed = new HashMap<String, String>();
    it.note()
        .ifPresent(
            note -> {
              put(typed, "peak", note.peak());
              put(typed, "after", note.after());
              put(typed, "mood", note.mood());
              put(typed, "tears", note.tears() == null ? null : note.tears() ? "yes" : "no");
              put(typed, "words", note.words());
            });
    return page("crying/ladder-after", me, it, typed, FormErrors.none());
  }

  @PostMapping("/after")
  View note(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID time,
      @RequestParam Map<String, String> form) {
    try {
      var it =
          repetitions.note(
              me.client(),
              time,
              new Note(
                  tens("peak", form),
                  tens("after", form),
                  Typed.number("mood", form.getOrDefault("mood", ""), "ladder.mood.problem"),
                  tears(form.getOrDefault("tears", "")),
                  form.getOrDefault("words", "")));
      return SeeOther.to("/ladder/steps/" + it.step());
    } catch (Refusal refusal) {
      var errors = LadderStepPages.errors(refusal);
      return page("crying/ladder-after", me, get(me, time), form, errors).withStatus(422);
    }
  }

  @PostMapping("/give-up")
  View giveUp(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    repetitions.giveUp(me.client(), time);
    return SeeOther.to("/ladder?done=given-up");
  }

  /// What was thought of the last time is offered again, but for how one is now.
  private Map<String, String> lastTime(SignedIn me, Repetition it) {
    var typed = new HashMap<String, String>();
    repetitions.listOf(Evidence.own(me.client()), it.step()).stream()
        .flatMap(before -> before.preparation().stream())
        .forEach(
            before -> {
              typed.put("place", before.place());
              typed.put("company", before.company());
              typed.put("stop", before.stop());
            });
    return typed;
  }

  private Repetition get(SignedIn me, UUID id) {
    return repetitions.get(Evidence.own(me.client()), id);
  }

  private PageView page(
      String template, SignedIn me, Repetition it, Map<String, String> typed, FormErrors errors) {
    return PageView.of(
        template,
        new TimeView(
            it,
            steps.get(Evidence.own(me.client()), it.step()),
            ladders.find(me.client()).orElse(null),
            !risks.listOpenFor(me.client()).isEmpty(),
            hours.isNow(it),
            hours.hasGoneBy(it),
            therapist(me),
            onCall.isSomeoneThere(),
            typed,
            clock.instant(),
            errors));
  }

  private @Nullable String therapist(SignedIn me) {
    return ladders
        .findCare(me.client())
        .flatMap(it -> people.find(it.therapist().person()))
        .map(Person::name)
        .orElse(null);
  }

  private static @Nullable Integer tens(String field, Map<String, String> form) {
    return Typed.number(field, form.getOrDefault(field, ""), "ladder.discomfort.problem");
  }

  private static @Nullable Boolean tears(String typed) {
    return switch (typed) {
      case "" -> null;
      case "yes" -> true;
      case "no" -> false;
      default -> throw Typed.invalid("tears", "ladder.after.tears.problem");
    };
  }

  private static void put(Map<String, String> typed, String field, @Nullable Object value) {
    if (value != null) {
      typed.put(field, value.toString());
    }
  }

  private static String path(Repetition it) {
    return "/ladder/times/" + it.id();
  }
}
