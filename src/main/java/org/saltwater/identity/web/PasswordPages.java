package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.People;
import org.saltwater.identity.link.LinkKind;
import org.saltwater.identity.link.OneTimeLinks;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A forgotten password, and the link that confirms an address.
@Controller
@For(Audience.ANYONE)
class PasswordPages {
  private final PasswordResets resets;
  private final OneTimeLinks links;
  private final People people;

  PasswordPages(PasswordResets resets, OneTimeLinks links, People people) {
    this.resets = resets;
    this.links = links;
    this.people = people;
  }

  @GetMapping("/sign-in/forgotten")
  PageView forgotten() {
    return PageView.of("identity/forgotten", new ForgottenView("", FormErrors.none()));
  }

  @PostMapping("/sign-in/forgotten")
  PageView askForLink(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    try {
      resets.ask(email, request.getRemoteAddr());
      return said("reset-sent");
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return PageView.of("identity/forgotten", new ForgottenView(email, FormErrors.of(refusal)))
          .withStatus(422);
    }
  }

  @GetMapping("/reset/{token}")
  PageView reset(@PathVariable String token) {
    if (!resets.isOpen(token)) {
      throw new Refusal(IdentityProblem.LINK_SPENT);
    }
    return newPassword(token, FormErrors.none());
  }

  @PostMapping("/reset/{token}")
  View setPassword(@PathVariable String token, @RequestParam(defaultValue = "") String password) {
    try {
      resets.use(token, new Redacted<>(password));
      return said("password-set");
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return newPassword(token, FormErrors.of(refusal)).withStatus(422);
    }
  }

  /// Opening the link only shows a button, since mail scanners open links too.
  @GetMapping("/confirm/{token}")
  PageView confirm(@PathVariable String token) {
    if (links.find(LinkKind.CONFIRM_EMAIL, token).isEmpty()) {
      throw new Refusal(IdentityProblem.LINK_SPENT);
    }
    return PageView.of("identity/confirm", new ConfirmView("/confirm/" + token));
  }

  @PostMapping("/confirm/{token}")
  View confirmed(@PathVariable String token) {
    var person =
        links
            .spend(LinkKind.CONFIRM_EMAIL, token)
            .orElseThrow(() -> new Refusal(IdentityProblem.LINK_SPENT));
    people.confirmEmail(person);
    return SeeOther.to(Next.HOME);
  }

  private static PageView newPassword(String token, FormErrors errors) {
    return PageView.of(
        "identity/new-password", new NewPasswordView("/reset/" + token, "", "", errors));
  }

  private static PageView said(String what) {
    return PageView.of("identity/said", new SaidView(what));
  }
}
