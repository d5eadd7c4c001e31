package org.saltwater.progress.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.measures.Instrument;
import org.saltwater.progress.Goals;
import org.saltwater.progress.Questions;
import org.saltwater.progress.Sitting;
import org.saltwater.safety.CrisisLines;
import org.saltwater.safety.CrisisPlace;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// About two minutes before an hour: a page for each instrument, kept at each tap, all of it to be
/// left out.
@Controller
@RequestMapping("/progress/questions")
@For(Audience.CLIENT)
class StepPages {
  private final Questions questions;
  private final Goals goals;
  private final CrisisLines lines;
  private final OnCall onCall;

  StepPages(Questions questions, Goals goals, CrisisLines lines, OnCall onCall) {
    this.questions = questions;
    this.goals = goals;
    this.lines = lines;
    this.onCall = onCall;
  }

  /// @param help whether the answer asks for help to be shown
  record Tapped(boolean help) {}

  @GetMapping
  View begin(@AuthenticationPrincipal SignedIn me) {
    var sitting = questions.now(me.client());
    return SeeOther.to(
        sitting.firstOpen().map(it -> path(it.code())).orElse("/progress/questions/done"));
  }

  @GetMapping("/done")
  PageView done() {
    return PageView.of("progress/done", new DoneView());
  }

  @GetMapping("/help")
  PageView help(@AuthenticationPrincipal SignedIn me) {
    return PageView.of("progress/help", new StepHelpView(place(me), onCall.isSomeoneThere()));
  }

  @GetMapping("/{step}")
  View step(@AuthenticationPrincipal SignedIn me, @PathVariable String step) {
    var sitting = questions.now(me.client());
    return sitting
        .find(step)
        .map(it -> (View) page(me, sitting, it, FormErrors.none(), Map.of()))
        .orElseGet(() -> SeeOther.to("/progress/questions"));
  }

  @PostMapping("/{step}")
  View save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String step,
      @RequestParam Map<String, String> form) {
    var sitting = questions.now(me.client());
    var here = sitting.find(step);
    if (here.isEmpty()) {
      return SeeOther.to("/progress/questions");
    }
    boolean help;
    try {
      help = keep(me, here.get(), form);
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return page(me, sitting, here.get(), FormErrors.of(refusal), form).withStatus(422);
    }
    var go = form.getOrDefault("go", "on");
    if (go.equals("skip")) {
      questions.skip(me.client());
    } else if (!go.equals("back") && here.get() instanceof Sitting.Asked) {
      questions.finish(me.client(), step);
    }
    if (help) {
      return SeeOther.to("/progress/questions/help");
    }
    var back = before(sitting, here.get());
    return go.equals("skip")
        ? SeeOther.to("/home")
        : go.equals("back") && back != null ? SeeOther.to(path(back)) : onward(sitting, here.get());
  }

  /// What a script sends at each tap: the whole form, so that a lost one is made good by the next.
  @PostMapping("/{step}/tap")
  @ResponseBody
  Tapped tap(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String step,
      @RequestParam Map<String, String> form) {
    var here =
        questions
            .now(me.client())
            .find(step)
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    return new Tapped(keep(me, here, form));
  }

  private boolean keep(SignedIn me, Sitting.Step step, Map<String, String> form) {
    return switch (step) {
      case Sitting.Asked it -> {
        var given = given(it.instrument(), form);
        yield !given.isEmpty() && questions.save(me.client(), it.instrument().id(), given).help();
      }
      case Sitting.Rated it -> {
        for (var goal : it.goals()) {
          var typed = form.getOrDefault(goal.id().toString(), "");
          if (!typed.isEmpty()) {
            goals.rate(me.client(), goal.id(), near(goal.id().toString(), typed));
          }
        }
        yield false;
      }
    };
  }

  private CrisisPlace place(SignedIn me) {
    return questions
        .findPlace(me.client())
        .map(it -> lines.nearest(it.country()))
        .orElse(CrisisLines.ELSEWHERE)
        .forAdults();
  }

  private static Map<String, @Nullable Integer> given(
      Instrument instrument, Map<String, String> form) {
    var given = new HashMap<String, @Nullable Integer>();
    for (var item : instrument.items()) {
      var typed = form.getOrDefault(item.linkId(), "").strip();
      if (!typed.isEmpty()) {
        given.put(item.linkId(), number(item.linkId(), typed));
      }
    }
    return given;
  }

  private static int near(String goal, String typed) {
    var value = number(goal, typed);
    if (value > Goals.HIGHEST) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem(goal, "progress.goal.rating", Goals.HIGHEST)));
    }
    return value;
  }

  private static int number(String field, String typed) {
    if (!typed.matches("\\d{1,4}")) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem(field, "measures.problem.answer")));
    }
    return Integer.parseInt(typed);
  }

  private PageView page(
      SignedIn me,
      Sitting sitting,
      Sitting.Step step,
      FormErrors errors,
      Map<String, String> typed) {
    var asksOfDanger = step instanceof Sitting.Asked it && !it.instrument().flags().isEmpty();
    return PageView.of(
        "progress/step",
        new StepView(
            step,
            sitting.steps().indexOf(step) + 1,
            sitting.steps().size(),
            before(sitting, step),
            asksOfDanger ? place(me) : null,
            asksOfDanger ? onCall.isSomeoneThere() : null,
            errors,
            typed));
  }

  private static @Nullable String before(Sitting sitting, Sitting.Step step) {
    var at = sitting.steps().indexOf(step);
    return at > 0 ? sitting.steps().get(at - 1).code() : null;
  }

  private static View onward(Sitting sitting, Sitting.Step step) {
    var at = sitting.steps().indexOf(step) + 1;
    return SeeOther.to(
        at < sitting.steps().size()
            ? path(sitting.steps().get(at).code())
            : "/progress/questions/done");
  }

  private static String path(String step) {
    return "/progress/questions/" + step;
  }
}
