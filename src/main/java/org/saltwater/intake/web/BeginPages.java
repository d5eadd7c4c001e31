package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.intake.Intake;
import org.saltwater.intake.IntakeCookie;
import org.saltwater.intake.IntakeRetention;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.OnCall;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Before the first question, and the way out.
@Controller
@For(Audience.ANYONE)
class BeginPages {
  private final Visitor visitor;
  private final Intakes intakes;
  private final IntakeCookie cookie;
  private final IntakeRetention retention;
  private final RateLimits limits;
  private final OnCall onCall;
  private final People people;

  BeginPages(
      Visitor visitor,
      Intakes intakes,
      IntakeCookie cookie,
      IntakeRetention retention,
      RateLimits limits,
      OnCall onCall,
      People people) {
    this.visitor = visitor;
    this.intakes = intakes;
    this.cookie = cookie;
    this.retention = retention;
    this.limits = limits;
    this.onCall = onCall;
    this.people = people;
  }

  @GetMapping("/begin")
  PageView begin(HttpServletRequest request, HttpServletResponse response) {
    var intake = visitor.find(request);
    if (intake.isPresent()) {
      cookie.renew(request, response);
    }
    return PageView.of(
        "intake/begin",
        new BeginView(
            intake.map(Ways::goOn),
            intake.filter(known -> known.completedAt().isPresent()).isPresent(),
            onCall.isSomeoneThere()));
  }

  /// Someone who has begun already goes on; everyone else gets a new questionnaire.
  @PostMapping("/begin")
  View start(
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (me != null && !me.is(Role.CLIENT)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    var known = visitor.find(request);
    if (known.isPresent()) {
      return SeeOther.to("/begin/" + Ways.goOn(known.get()));
    }
    limits.spend(RateLimit.INTAKE, request.getRemoteAddr());
    var begun = intakes.begin(me == null ? ClientId.random() : me.client());
    if (me == null) {
      cookie.keep(response, begun.token());
    }
    return SeeOther.to("/begin/1");
  }

  @GetMapping("/begin/forget")
  PageView askToForget(HttpServletRequest request) {
    return PageView.of("intake/forget", new ForgetView(hasAccount(visitor.find(request))));
  }

  @PostMapping("/begin/forget")
  PageView forget(HttpServletRequest request, HttpServletResponse response) {
    var intake = visitor.find(request);
    intake.ifPresent(known -> retention.forget(known.client()));
    cookie.forget(response);
    return PageView.of("intake/forgotten", new ForgetView(hasAccount(intake)));
  }

  private boolean hasAccount(Optional<Intake> intake) {
    return intake.flatMap(known -> people.find(known.client().person())).isPresent();
  }
}
