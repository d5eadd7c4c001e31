package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.saltwater.identity.People;
import org.saltwater.identity.passkey.Passkey;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own account for programs. What changes the ways of signing in is refused with
/// `confirm-first` unless the sign-in, or its confirmation, is less than five minutes old.
@RestController
@RequestMapping("/api/v1/me")
@For(Audience.SIGNED_IN)
class AccountApi {
  private final AccountChanges changes;
  private final SecondSteps secondSteps;
  private final Passkeys passkeys;
  private final People people;

  AccountApi(AccountChanges changes, SecondSteps secondSteps, Passkeys passkeys, People people) {
    this.changes = changes;
    this.secondSteps = secondSteps;
    this.passkeys = passkeys;
    this.people = people;
  }

  /// Takes effect at once in this sign-in, and in the others from the next one on.
  @PutMapping
  SignInApi.PersonAnswer describe(
      @RequestBody Described described,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    return SignInApi.PersonAnswer.of(
        changes.describe(me, described.name(), described.zone(), request));
  }

  @PostMapping("/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(
      @RequestBody SignInApi.NewPassword current,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    changes.confirm(me, new Redacted<>(current.password()), request);
  }

  @GetMapping("/passkeys")
  List<PasskeyAnswer> listPasskeys(@AuthenticationPrincipal SignedIn me) {
    return passkeys.list(me.id()).stream().map(PasskeyAnswer::of).toList();
  }

  @DeleteMapping("/passkeys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePasskey(@PathVariable String id, @AuthenticationPrincipal SignedIn me) {
    changes.removePasskey(me, id);
  }

  @DeleteMapping("/passkeys")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeAllPasskeys(@AuthenticationPrincipal SignedIn me) {
    changes.removeAllPasskeys(me);
  }

  @GetMapping("/second-step")
  SecondStepState secondStep(@AuthenticationPrincipal SignedIn me) {
    return new SecondStepState(
        secondSteps.isSetUp(me.id()), secondSteps.countRecoveryCodes(me.id()));
  }

  /// Begins to set an app up; asked again, it gives the same secret until the first code is in.
  @PostMapping("/second-step")
  Secret beginSecondStep(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    changes.requireFresh(request);
    var enrolment = secondSteps.begin(people.get(me.id()));
    return new Secret(enrolment.uri(), enrolment.secret());
  }

  @PutMapping("/second-step")
  RecoveryCodes confirmSecondStep(
      @RequestBody Code code, @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    return new RecoveryCodes(changes.addSecondStep(me, code.code(), request));
  }

  @DeleteMapping("/second-step")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeSecondStep(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    changes.removeSecondStep(me, request);
  }

  @PutMapping("/recovery-codes")
  RecoveryCodes renewRecoveryCodes(
      @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    return new RecoveryCodes(changes.renewRecoveryCodes(me, request));
  }

  record Described(String name, String zone) {
    Described {
      name = Objects.requireNonNullElse(name, "");
      zone = Objects.requireNonNullElse(zone, "");
    }
  }

  record PasskeyAnswer(String id, String label, Instant createdAt, Instant lastUsedAt) {
    static PasskeyAnswer of(Passkey passkey) {
      return new PasskeyAnswer(
          passkey.id(), passkey.label(), passkey.createdAt(), passkey.lastUsedAt());
    }
  }

  record SecondStepState(boolean on, int recoveryCodes) {}

  record Secret(String uri, String secret) {
    @Override
    public String toString() {
      return "Secret[redacted]";
    }
  }

  record Code(String code) {
    Code {
      code = Objects.requireNonNullElse(code, "");
    }

    @Override
    public String toString() {
      return "Code[redacted]";
    }
  }

  record RecoveryCodes(List<String> codes) {
    @Override
    public String toString() {
      return "RecoveryCodes[redacted]";
    }
  }
}
