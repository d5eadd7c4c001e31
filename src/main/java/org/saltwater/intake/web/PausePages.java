package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.saltwater.identity.People;
import org.saltwater.intake.Intake;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.safety.Contacts;
import org.saltwater.safety.CrisisLines;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Help at once, in the middle of the questions, and a way for a human to make contact.
@Controller
@For(Audience.ANYONE)
class PausePages {
  static final int LONGEST = 500;

  private final Visitor visitor;
  private final CrisisLines lines;
  private final OnCall onCall;
  private final Contacts contacts;
  private final People people;

  PausePages(Visitor visitor, CrisisLines lines, OnCall onCall, Contacts contacts, People people) {
    this.visitor = visitor;
    this.lines = lines;
    this.onCall = onCall;
    this.contacts = contacts;
    this.people = people;
  }

  @GetMapping("/begin/pause")
  View show(@RequestParam(defaultValue = "1") int next, HttpServletRequest request) {
    return visitor
        .find(request)
        .<View>map(intake -> page(intake, next, "", false, FormErrors.none()))
        .orElse(SeeOther.to("/begin"));
  }

  @PostMapping("/begin/pause")
  View reach(
      @RequestParam(defaultValue = "1") int next,
      @RequestParam(defaultValue = "") String reach,
      HttpServletRequest request) {
    var intake = visitor.get(request);
    if (reach.isBlank() || reach.length() > LONGEST) {
      var errors = new FormErrors(List.of(new FieldProblem("reach", "intake.problem.contact")));
      return page(intake, next, reach, false, errors).withStatus(GeneralProblem.INVALID.status());
    }
    contacts.leave(intake.client(), reach.strip());
    return page(intake, next, "", true, FormErrors.none());
  }

  private PageView page(Intake intake, int next, String reach, boolean kept, FormErrors errors) {
    return PageView.of(
        "intake/pause",
        new PauseView(
            Ways.lines(lines, intake).forAdults(),
            onCall.isSomeoneThere(),
            next,
            reach,
            kept,
            people.find(intake.client().person()).isPresent(),
            errors));
  }
}
