package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.stereotype.Component;

/// The way in: password, then code where there is one, then signed in. Someone who must have a
/// second step and has none is led to set it up and reaches nothing before.
@Component
class SignInSteps {
  private final People people;
  private final SignIns signIns;
  private final SecondSteps secondSteps;
  private final Passkeys passkeys;
  private final RateLimits limits;
  private final Trail trail;

  SignInSteps(
      People people,
      SignIns signIns,
      SecondSteps secondSteps,
      Passkeys passkeys,
      RateLimits limits,
      Trail trail) {
    this.people = people;
    this.signIns = signIns;
    this.secondSteps = secondSteps;
    this.passkeys = passkeys;
    this.limits = limits;
    this.trail = trail;
  }

  /// Whom an address and a password belong to. Right ones cost no attempt, so that a campus behind
  /// one network address is not locked out by its own number.
  ///
  /// @throws Refusal `wrong-sign-in`, whether the address or the password is wrong
  Person byPassword(String email, Redacted<String> password, HttpServletRequest request) {
    var address = request.getRemoteAddr();
    limits.spend(RateLimit.SIGN_IN_BY_ADDRESS, address);
    if (!People.isEmail(email)) {
      throw wrong();
    }
    limits.spend(RateLimit.SIGN_IN_BY_EMAIL, email);
    limits.spend(RateLimit.SIGN_IN_BY_EMAIL_AND_ADDRESS, email + " " + address);
    var person = people.findByPassword(email, password);
    if (person.isEmpty()) {
      people
          .findByEmail(email)
          .ifPresentOrElse(
              known -> failed(known, "password"),
              () -> trail.unknown(AuditAction.SIGN_IN_FAILED, "identity.sign-in", "unknown"));
      throw wrong();
    }
    limits.giveBack(RateLimit.SIGN_IN_BY_ADDRESS, address);
    limits.giveBack(RateLimit.SIGN_IN_BY_EMAIL, email);
    limits.giveBack(RateLimit.SIGN_IN_BY_EMAIL_AND_ADDRESS, email + " " + address);
    return person.get();
  }

  /// Checks a code of the person, from the app or a recovery code.
  ///
  /// @throws Refusal `wrong-code`
  void code(Person person, String code) {
    try {
      secondSteps.check(person.id(), code);
    } catch (Refusal refusal) {
      failed(person, "code");
      throw refusal;
    }
  }

  /// After the right password: signs in, or says what comes first.
  ///
  /// @return where to go on
  String goOn(
      Person person, String next, HttpServletRequest request, HttpServletResponse response) {
    if (secondSteps.isSetUp(person.id())) {
      new HalfWay(person.id(), next).keep(request);
      return "/sign-in/code";
    }
    if (person.needsSecondStep()) {
      new HalfWay(person.id(), next).keep(request);
      return "/sign-in/second-step";
    }
    signIns.start(person.id(), request, response);
    return next;
  }

  /// Whose passkey has answered. A failed one costs an attempt of the address and is written down.
  ///
  /// @throws Refusal `passkey-refused`
  PersonId byPasskey(String answer, HttpServletRequest request, HttpServletResponse response) {
    limits.spend(RateLimit.SIGN_IN_BY_ADDRESS, request.getRemoteAddr());
    try {
      var owner = passkeys.owner(answer, request, response);
      limits.giveBack(RateLimit.SIGN_IN_BY_ADDRESS, request.getRemoteAddr());
      return owner;
    } catch (Refusal refusal) {
      trail.unknown(AuditAction.SIGN_IN_FAILED, "identity.sign-in", "passkey");
      throw refusal;
    }
  }

  private static Refusal wrong() {
    return new Refusal(
        IdentityProblem.WRONG_SIGN_IN,
        List.of(new FieldProblem("email", "identity.field.sign-in")));
  }

  private void failed(Person person, String reason) {
    trail.own(person, AuditAction.SIGN_IN_FAILED, "identity.sign-in", reason);
  }
}
