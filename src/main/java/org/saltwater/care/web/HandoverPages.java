package org.saltwater.care.web;

import java.util.List;
import java.util.UUID;
import org.saltwater.care.Handover;
import org.saltwater.care.Handovers;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
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
import org.springframework.web.servlet.View;

/// Where a therapist writes a summary for someone who has gone on with another therapist.
@Controller
@RequestMapping("/handovers")
@For(Audience.THERAPIST)
class HandoverPages {
  private final Handovers handovers;
  private final People people;

  HandoverPages(Handovers handovers, People people) {
    this.handovers = handovers;
    this.people = people;
  }

  @GetMapping
  PageView list(@AuthenticationPrincipal SignedIn me) {
    return PageView.of(
        "care/handovers",
        new HandoversView(
            handovers.listAwaitingSummary(me.therapist()).stream()
                .map(it -> new HandoversView.Waiting(it.id(), name(it), it.summaryUntil()))
                .toList()));
  }

  @GetMapping("/{id}")
  PageView form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return form(handovers.get(id, me.therapist()), "", FormErrors.none());
  }

  @PostMapping("/{id}")
  View send(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String summary) {
    var handover = handovers.get(id, me.therapist());
    var text = summary.strip();
    if (text.isEmpty() || text.length() > Handovers.LONGEST_SUMMARY) {
      var problem =
          new FieldProblem(
              "summary",
              text.isEmpty() ? "problem.field.NotBlank" : "care.handover.too-long",
              Handovers.LONGEST_SUMMARY);
      return form(handover, summary, new FormErrors(List.of(problem))).withStatus(422);
    }
    handovers.addSummary(id, me.therapist(), text);
    return SeeOther.to("/handovers");
  }

  private PageView form(Handover handover, String summary, FormErrors errors) {
    return PageView.of(
        "care/handover",
        new HandoverView(handover.id(), name(handover), handover.summaryUntil(), summary, errors));
  }

  private String name(Handover handover) {
    return people.find(handover.client().person()).map(Person::name).orElse("");
  }
}
