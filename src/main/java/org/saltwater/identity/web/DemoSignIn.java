package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.DemoPeople;
import org.saltwater.identity.DemoPerson;
import org.saltwater.identity.People;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.site.SeeOther;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.View;

/// One click, no password, no code: only in a demo, and only for the people the demo invented.
@Controller
@For(Audience.ANYONE)
@ConditionalOnProperty(name = "saltwater.mode", havingValue = "demo")
class DemoSignIn {
  private final ObjectProvider<DemoPeople> demo;
  private final People people;
  private final SignIns signIns;

  DemoSignIn(ObjectProvider<DemoPeople> demo, People people, SignIns signIns) {
    this.demo = demo;
    this.people = people;
    this.signIns = signIns;
  }

  @PostMapping("/demo/sign-in")
  View signIn(
      @RequestParam String person,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    signIns.start(invented(person), request, response);
    return SeeOther.to(Next.safe(next));
  }

  @GetMapping("/api/v1/demo/people")
  @ResponseBody
  List<DemoPerson> list() {
    var invented = demo.getIfAvailable();
    return invented == null ? List.of() : invented.listFeatured();
  }

  @PostMapping("/api/v1/demo/sign-ins")
  @ResponseBody
  @ResponseStatus(HttpStatus.CREATED)
  SignInApi.Issued issue(@RequestBody Chosen chosen) {
    var id = invented(chosen.person());
    return new SignInApi.Issued(
        signIns.issue(id, "API").value(), SignInApi.PersonAnswer.of(people.get(id)));
  }

  record Chosen(String person) {
    Chosen {
      person = Objects.requireNonNullElse(person, "");
    }
  }

  private PersonId invented(String text) {
    try {
      var id = PersonId.of(text);
      var invented = demo.getIfAvailable();
      if (invented != null && invented.isInvented(id)) {
        return id;
      }
    } catch (IllegalArgumentException noId) {
      // The same answer as for an id nobody has.
    }
    throw new Refusal(GeneralProblem.NOT_FOUND);
  }
}
