package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.DemoPeople;
import org.saltwater.identity.DemoPerson;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.web.SignInView.Cast;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Signing in with e-mail and password, and out again.
@Controller
@For(Audience.ANYONE)
class SignInPages {
  private final SignInSteps steps;
  private final SignIns signIns;
  private final ObjectProvider<DemoPeople> demo;

  SignInPages(SignInSteps steps, SignIns signIns, ObjectProvider<DemoPeople> demo) {
    this.steps = steps;
    this.signIns = signIns;
    this.demo = demo;
  }

  @GetMapping("/sign-in")
  View form(
      @RequestParam(required = false) @Nullable String next,
      @AuthenticationPrincipal @Nullable SignedIn me) {
    return me != null ? SeeOther.to(Next.safe(next)) : page(Next.safe(next), "", FormErrors.none());
  }

  @PostMapping("/sign-in")
  View signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var person = steps.byPassword(email, new Redacted<>(password), request);
      return SeeOther.to(steps.goOn(person, Next.safe(next), request, response));
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return page(Next.safe(next), email, FormErrors.of(refusal)).withStatus(422);
    }
  }

  /// For a link in a mail or a bookmark: leaving is a form, so that no picture on a page can do it.
  @GetMapping("/sign-out")
  @For(Audience.SIGNED_IN)
  PageView leave() {
    return PageView.of("identity/sign-out", new SignOutView());
  }

  @PostMapping("/sign-out")
  @For(Audience.SIGNED_IN)
  View signOut(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    signIns.end(me, request);
    return SeeOther.to("/");
  }

  private PageView page(String next, String email, FormErrors errors) {
    var invented = demo.getIfAvailable();
    var view =
        invented == null
            ? new SignInView(next, email, errors, List.of(), List.of())
            : new SignInView(
                next, email, errors, cast(invented.listFeatured()), cast(invented.listEveryone()));
    return PageView.of("identity/sign-in", view);
  }

  private static List<Cast> cast(List<DemoPerson> people) {
    return Arrays.stream(Role.values())
        .map(role -> new Cast(role, people.stream().filter(each -> each.role() == role).toList()))
        .filter(cast -> !cast.people().isEmpty())
        .toList();
  }
}
