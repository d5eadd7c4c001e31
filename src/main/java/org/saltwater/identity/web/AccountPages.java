package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
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
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A person's own account: name, password, and where they are signed in.
@Controller
@For(Audience.SIGNED_IN)
class AccountPages {
  private static final Set<String> SAYINGS =
      Set.of(
          "details",
          "password",
          "signed-out",
          "second-step-removed",
          "passkey-removed",
          "passkeys-removed",
          "confirmed");

  private static final View CONFIRM = SeeOther.to("/account/confirm");

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

  @PostMapping("/account/details")
  View describe(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String zone,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    try {
      changes.describe(me, name, zone, request);
      return done("details");
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      var person = people.get(me.id());
      return page(person, name, zone, FormErrors.of(refusal), null, FormErrors.none(), request)
          .withStatus(422);
    }
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

  @PostMapping("/account/passkeys/remove")
  View removeAllPasskeys(@AuthenticationPrincipal SignedIn me) {
    changes.removeAllPasskeys(me);
    return done("passkeys-removed");
  }

  /// Where a change to the ways of signing in leads first, when the sign-in is not a new one.
  @GetMapping("/account/confirm")
  PageView askWhetherItIsThem(@AuthenticationPrincipal SignedIn me) {
    return itIsMe(me, FormErrors.none());
  }

  @PostMapping("/account/confirm")
  View confirmItIsThem(
      @RequestParam(defaultValue = "") String current,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    try {
      changes.confirm(me, new Redacted<>(current), request);
      return done("confirmed");
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return itIsMe(me, FormErrors.of(refusal)).withStatus(422);
    }
  }

  @GetMapping("/account/second-step")
  View secondStep(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    if (secondSteps.isSetUp(me.id())) {
      return SeeOther.to("/account");
    }
    return signIns.isFresh(request) ? setUp(me, FormErrors.none()) : CONFIRM;
  }

  @PostMapping("/account/second-step")
  View confirmSecondStep(
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    if (!signIns.isFresh(request)) {
      return CONFIRM;
    }
    try {
      return PageView.of(
          "identity/recovery-codes",
          new RecoveryCodesView(changes.addSecondStep(me, code, request), "/account"));
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return setUp(me, FormErrors.of(refusal)).withStatus(422);
    }
  }

  @PostMapping("/account/second-step/remove")
  View removeSecondStep(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    if (!signIns.isFresh(request)) {
      return CONFIRM;
    }
    changes.removeSecondStep(me, request);
    return done("second-step-removed");
  }

  @PostMapping("/account/recovery-codes")
  View renewRecoveryCodes(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    if (!signIns.isFresh(request)) {
      return CONFIRM;
    }
    return PageView.of(
        "identity/recovery-codes",
        new RecoveryCodesView(changes.renewRecoveryCodes(me, request), "/account"));
  }

  private PageView itIsMe(SignedIn me, FormErrors errors) {
    return PageView.of("identity/it-is-me", new ItIsMeView(people.get(me.id()).email(), errors));
  }

  private PageView setUp(SignedIn me, FormErrors errors) {
    return PageView.of(
        "identity/second-step",
        new SecondStepView(secondSteps.begin(people.get(me.id())), "/account/second-step", errors));
  }

  private PageView page(
      SignedIn me, @Nullable String done, FormErrors errors, HttpServletRequest request) {
    var person = people.get(me.id());
    return page(
        person, person.name(), person.zone().getId(), FormErrors.none(), done, errors, request);
  }

  private PageView page(
      Person person,
      String name,
      String zone,
      FormErrors detailErrors,
      @Nullable String done,
      FormErrors errors,
      HttpServletRequest request) {
    var id = person.id();
    return PageView.of(
        "identity/account",
        new AccountView(
            person,
            name,
            zone,
            detailErrors,
            people.isEmailConfirmed(id),
            secondSteps.isSetUp(id),
            secondSteps.countRecoveryCodes(id),
            passkeys.list(id),
            signIns.list(id),
            signIns.current(request),
            done != null && SAYINGS.contains(done) ? done : null,
            errors));
  }

  private static View done(String what) {
    return SeeOther.to("/account?done=" + what);
  }
}
