package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.saltwater.intake.Intake;
import org.saltwater.intake.IntakeCookie;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The end of the questions.
@Controller
@For(Audience.ANYONE)
class DonePages {
  private final Visitor visitor;
  private final Intakes intakes;
  private final QuestionViews views;
  private final IntakeCookie cookie;

  DonePages(Visitor visitor, Intakes intakes, QuestionViews views, IntakeCookie cookie) {
    this.visitor = visitor;
    this.intakes = intakes;
    this.views = views;
    this.cookie = cookie;
  }

  @GetMapping(Ways.DONE)
  View show(HttpServletRequest request, Locale reader) {
    return visitor
        .find(request)
        .<View>map(
            intake ->
                intake.walk().end().isPresent()
                    ? SeeOther.to(Ways.address(intake, intake.walk().end()))
                    : PageView.of("intake/done", view(intake, reader)))
        .orElse(SeeOther.to("/begin"));
  }

  @PostMapping(Ways.DONE)
  View finish(HttpServletRequest request, HttpServletResponse response) {
    var intake = visitor.get(request);
    cookie.renew(request, response);
    if (!intake.walk().isComplete()) {
      return SeeOther.to(Ways.DONE);
    }
    intakes.complete(intake.client());
    return SeeOther.to("/matches");
  }

  private DoneView view(Intake intake, Locale reader) {
    var words = views.words(reader);
    List<DoneView.PartView> parts =
        intake.questionnaire().sections().stream()
            .flatMap(
                section ->
                    section.groups().stream()
                        .filter(intake.walk()::has)
                        .findFirst()
                        .map(
                            group ->
                                new DoneView.PartView(
                                    words.section(section), QuestionViews.number(intake, group)))
                        .stream())
            .toList();
    return new DoneView(
        parts, intake.walk().firstUnfinished().map(group -> QuestionViews.number(intake, group)));
  }
}
