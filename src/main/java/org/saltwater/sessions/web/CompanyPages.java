package org.saltwater.sessions.web;

import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.company.Answer;
import org.saltwater.sessions.company.Companions;
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
import org.springframework.web.servlet.view.RedirectView;

/// Who comes along to an hour, for the two who meet in it: asking somebody, and a yes or a no.
@Controller
@RequestMapping("/sessions/{appointment}/company")
class CompanyPages {
  private static final String PAGE = "sessions/company";

  private final Companions companions;
  private final CompanyViews views;

  CompanyPages(Companions companions, CompanyViews views) {
    this.companions = companions;
    this.views = views;
  }

  @GetMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView company(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return PageView.of(PAGE, views.of(me, new AppointmentId(appointment)));
  }

  /// The link is shown in answer to the form itself and never again: only a hash of it is kept.
  @PostMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam UUID key,
      @RequestParam String name) {
    var id = new AppointmentId(appointment);
    try {
      var invited = companions.invite(me, id, name, Optional.of(key.toString()));
      return PageView.of(PAGE, views.of(me, id, invited));
    } catch (Refusal refusal) {
      if (refusal.type() == GeneralProblem.INVALID) {
        return PageView.of(PAGE, views.of(me, id, name, FormErrors.of(refusal))).withStatus(422);
      }
      throw refusal;
    }
  }

  @PostMapping("/supervisor")
  @For(Audience.THERAPIST)
  RedirectView askSupervisor(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam UUID supervisor) {
    companions.invite(me, new AppointmentId(appointment), new PersonId(supervisor));
    return see(appointment);
  }

  @PostMapping("/{companion}/link")
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView linkAnew(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @PathVariable UUID companion) {
    var id = new AppointmentId(appointment);
    return PageView.of(PAGE, views.of(me, id, companions.linkAnew(me, id, companion)));
  }

  @PostMapping("/{companion}/yes")
  @For({Audience.CLIENT, Audience.THERAPIST})
  RedirectView agree(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @PathVariable UUID companion) {
    companions.answer(me, new AppointmentId(appointment), companion, Answer.YES);
    return see(appointment);
  }

  @PostMapping("/{companion}/no")
  @For({Audience.CLIENT, Audience.THERAPIST})
  RedirectView decline(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @PathVariable UUID companion) {
    companions.answer(me, new AppointmentId(appointment), companion, Answer.NO);
    return see(appointment);
  }

  private static RedirectView see(UUID appointment) {
    return SeeOther.to("/sessions/" + appointment + "/company");
  }
}
