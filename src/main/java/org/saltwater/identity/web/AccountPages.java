package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A person's own account: name, password, and where they are signed in.
@Controller
@For(Audience.SIGNED_IN)
class AccountPages {
  private static final Set<String> SAYINGS =
      Set.of("name", "password", "signed-out", "second-step-removed", "passkey-removed");

  private final People people;
  private final SignIns signIns;
  private final SecondSteps secondSteps;
  private final Passkeys passkeys;
  private final AccountChanges changes;

  AccountPages(
      People people,
      SignIns signIns,
      SecondSteps secondSteps,
      Passkeys passkeys,
      AccountChanges changes) {
    this.people = people;
    this.signIns = signIns;
    this.secondSteps = secondSteps;
    this.passkeys = passkeys;
    this.changes = changes;
  }

  @GetMapping("/account")
  PageView account(
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    return page(me, done, FormErrors.none(), request);
  }

  @PostMapping("/account/password")
  View changePassword(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    try {
      changes.changePassword(
          me, new Redacted<>(current), new Redacted<>(password), signIns.current(request));
      return done("password");
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return page(me, null, FormErrors.of(refusal), request).withStatus(422);
    }
  }

  @PostMapping("/account/sign-ins/revoke")
  View signOutElsewhere(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    signIns.revokeAllBut(me.id(), signIns.current(request));
    return done("signed-out");
  }

  @PostMapping("/account/sign-ins/{id}/revoke")
  View signOut(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    signIns.revoke(me.id(), id);
    return done("signed-out");
  }

  @PostMapping("/account/passkeys/{id}/remove")
  View removePasskey(@PathVariable String id, @AuthenticationPrincipal SignedIn me) {
    changes.removePasskey(me, id);
    return done("passkey-removed");
  }

  @GetMapping("/account/second-step")
  View secondStep(@AuthenticationPrincipal SignedIn me) {
    return secondSteps.isSetUp(me.id())
        ? new RedirectView("/account")
        : setUp(me, FormErrors.none());
  }

  @PostMapping("/account/second-step")
  View confirmSecondStep(
      @RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn me) {
    try {
      return PageView.of(
          "identity/recovery-codes",
          new RecoveryCodesView(changes.addSecondStep(me, code), "/account"));
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return setUp(me, FormErrors.of(refusal)).withStatus(422);
    }
  }

  @PostMapping("/account/second-step/remove")
  View removeSecondStep(@AuthenticationPrincipal SignedIn me) {
    changes.removeSecondStep(me);
    return done("second-step-removed");
  }

  @PostMapping("/account/recovery-codes")
  PageView renewRecoveryCodes(@AuthenticationPrincipal SignedIn me) {
    return PageView.of(
        "identity/recovery-codes",
        new RecoveryCodesView(changes.renewRecoveryCodes(me), "/account"));
  }

  private PageView setUp(SignedIn me, FormErrors errors) {
    return PageView.of(
        "identity/second-step",
        new SecondStepView(secondSteps.begin(people.get(me.id())), "/account/second-step", errors));
  }

  private PageView page(
      SignedIn me, @Nullable String done, FormErrors errors, HttpServletRequest request) {
    return PageView.of(
        "identity/account",
        new AccountView(
            people.get(me.id()),
            people.isEmailConfirmed(me.id()),
            secondSteps.isSetUp(me.id()),
            secondSteps.countRecoveryCodes(me.id()),
            passkeys.list(me.id()),
            signIns.list(me.id()),
            signIns.current(request),
            done != null && SAYINGS.contains(done) ? done : null,
            errors));
  }

  private static RedirectView done(String what) {
    return new RedirectView("/account?done=" + what);
  }
}
