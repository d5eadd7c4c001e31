package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saltwater.intake.Intake;
import org.saltwater.intake.IntakeCookie;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.PageSaved;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.safety.CrisisLines;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The questions, a page at a time, forward and back.
@Controller
@For(Audience.ANYONE)
class QuestionPages {
  private static final String BACK = "back";

  private final Visitor visitor;
  private final Intakes intakes;
  private final QuestionViews views;
  private final CrisisLines lines;
  private final IntakeCookie cookie;

  QuestionPages(
      Visitor visitor,
      Intakes intakes,
      QuestionViews views,
      CrisisLines lines,
      IntakeCookie cookie) {
    this.visitor = visitor;
    this.intakes = intakes;
    this.views = views;
    this.lines = lines;
    this.cookie = cookie;
  }

  @GetMapping("/begin/{number:\\d{1,3}}")
  View show(@PathVariable int number, HttpServletRequest request, Locale reader) {
    var known = visitor.find(request);
    if (known.isEmpty()) {
      return SeeOther.to("/begin");
    }
    var intake = known.get();
    var group = get(intake, number);
    if (!Intakes.isOpen(intake, group)) {
      return SeeOther.to("/begin/" + Ways.goOn(intake));
    }
    return group.end()
        ? PageView.of("intake/end", end(intake, group, reader))
        : PageView.of(
            "intake/question", views.page(intake, group, intake.given(), List.of(), reader));
  }

  @PostMapping("/begin/{number:\\d{1,3}}")
  View answer(
      @PathVariable int number,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale reader) {
    var known = visitor.find(request);
    if (known.isEmpty()) {
      return SeeOther.to("/begin");
    }
    var group = get(known.get(), number);
    if (!Intakes.isOpen(known.get(), group)) {
      return SeeOther.to("/begin/" + Ways.goOn(known.get()));
    }
    cookie.renew(request, response);
    var saved = intakes.save(known.get().client(), group.linkId(), fields(request));
    var intake = saved.intake();
    var back = BACK.equals(request.getParameter("go"));
    return switch (saved) {
      case PageSaved.Kept(var after, var next, var help) when help ->
          SeeOther.to("/begin/pause?next=" + number(after, group, next.orElse(group), back));
      case PageSaved.Kept(var after, var next, var help) when !back ->
          SeeOther.to(Ways.address(after, next));
      case PageSaved.AnotherLook(var after, var given, var problems, var help) when !back ->
          PageView.of(
                  "intake/question",
                  views
                      .page(after, group, given, problems, reader)
                      .withHelp(help ? Ways.lines(lines, after) : null))
              .withStatus(GeneralProblem.INVALID.status());
      case PageSaved.AnotherLook(var after, var given, var problems, var help) when help ->
          SeeOther.to("/begin/pause?next=" + number(after, group, group, true));
      default -> SeeOther.to(backFrom(intake, group));
    };
  }

  private static int number(Intake intake, Group group, Group next, boolean back) {
    return QuestionViews.number(intake, back ? intake.walk().before(group).orElse(group) : next);
  }

  private static String backFrom(Intake intake, Group group) {
    return intake.walk().before(group).isEmpty()
        ? "/begin"
        : Ways.address(intake, intake.walk().before(group));
  }

  /// Every field but the form's own.
  private static Map<String, List<String>> fields(HttpServletRequest request) {
    var fields = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
    return fields;
  }

  private EndView end(Intake intake, Group group, Locale reader) {
    var place = intake.walk().counting().first("place").orElse("");
    var back = intake.walk().before(group).orElse(group);
    return new EndView(
        group.linkId(),
        place.isEmpty() ? "" : views.words(reader).place(place),
        Ways.lines(lines, intake),
        QuestionViews.number(intake, back));
  }

  private static Group get(Intake intake, int number) {
    return Ways.find(intake, number).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }
}
