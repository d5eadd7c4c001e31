package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Refusal;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What comes after the password: the code, or setting the app up first. Whoever comes here without
/// a right password before is sent back to it.
@Controller
@For(Audience.ANYONE)
class SecondStepPages {
  private static final View BACK = SeeOther.to("/sign-in");

  private final SignInSteps steps;
  private final SecondSteps secondSteps;
  private final SignIns signIns;
  private final People people;
  private final Trail trail;

  SecondStepPages(
      SignInSteps steps, SecondSteps secondSteps, SignIns signIns, People people, Trail trail) {
    this.steps = steps;
    this.secondSteps = secondSteps;
    this.signIns = signIns;
    this.people = people;
    this.trail = trail;
  }

  @GetMapping("/sign-in/code")
  View code(HttpServletRequest request) {
    return HalfWay.find(request)
        .<View>map(halfWay -> PageView.of("identity/code", new CodeView(FormErrors.none())))
        .orElse(BACK);
  }

  @PostMapping("/sign-in/code")
  View checkCode(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    var halfWay = HalfWay.find(request);
    if (halfWay.isEmpty()) {
      return BACK;
    }
    try {
      steps.code(people.get(halfWay.get().person()), code);
      signIns.start(halfWay.get().person(), request, response);
      return SeeOther.to(halfWay.get().next());
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return PageView.of("identity/code", new CodeView(FormErrors.of(refusal))).withStatus(422);
    }
  }

  @GetMapping("/sign-in/second-step")
  View setUp(HttpServletRequest request) {
    return HalfWay.find(request)
        .<View>map(halfWay -> setUpPage(people.get(halfWay.person()), FormErrors.none()))
        .orElse(BACK);
  }

  @PostMapping("/sign-in/second-step")
  View confirm(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    var halfWay = HalfWay.find(request);
    if (halfWay.isEmpty()) {
      return BACK;
    }
    var person = people.get(halfWay.get().person());
    List<String> recovery;
    try {
      recovery = secondSteps.confirm(person.id(), code);
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return setUpPage(person, FormErrors.of(refusal)).withStatus(422);
    }
    trail.own(person, AuditAction.CREATED, "identity.second-step", "asked");
    signIns.start(person.id(), request, response);
    return PageView.of(
        "identity/recovery-codes", new RecoveryCodesView(recovery, halfWay.get().next()));
  }

  private PageView setUpPage(Person person, FormErrors errors) {
    return PageView.of(
        "identity/second-step",
        new SecondStepView(secondSteps.begin(person), "/sign-in/second-step", errors));
  }
}
