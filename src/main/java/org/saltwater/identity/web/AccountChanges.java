package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes to one's own account. A change to the ways of signing in is told by mail, so that a
// change made by someone
/// else does not go unseen.
@Component
class AccountChanges {
  private final People people;
  private final SignIns signIns;
  private final SecondSteps secondSteps;
  private final Passkeys passkeys;
  private final Notifications notifications;
  private final RateLimits limits;
  private final Trail trail;

  AccountChanges(
      People people,
      SignIns signIns,
      SecondSteps secondSteps,
      Passkeys passkeys,
      Notifications notifications,
      RateLimits limits,
      Trail trail) {
    this.people = people;
    this.signIns = signIns;
    this.secondSteps = secondSteps;
    this.passkeys = passkeys;
    this.notifications = notifications;
    this.limits = limits;
    this.trail = trail;
  }

  /// Changes the password and ends every other sign-in.
  ///
  /// @param kept the sign-in that asks
  /// @throws Refusal `invalid` with the fields `current` or `password`
  @Transactional
  void changePassword(
      SignedIn me, Redacted<String> current, Redacted<String> wanted, @Nullable UUID kept) {
    var person = people.get(me.id());
    if (people.hasPassword(me.id())) {
      check(person, current);
    }
    people.setPassword(person, wanted);
    signIns.revokeAllBut(me.id(), kept);
    notifications.mail(
        person.email(), Notice.PASSWORD_CHANGED, person.name(), new Link("/sign-in/forgotten"));
  }

  /// The password again, for the few minutes that the ways of signing in may be changed in.
  ///
  /// @throws Refusal `invalid` with the field `current`
  void confirm(SignedIn me, Redacted<String> current, HttpServletRequest request) {
    check(people.get(me.id()), current);
    signIns.confirm(request);
  }

  /// A browser left open, or a stolen cookie, is not enough to make a way in that stays.
  ///
  /// @throws Refusal `confirm-first`
  void requireFresh(HttpServletRequest request) {
    if (!signIns.isFresh(request)) {
      throw new Refusal(IdentityProblem.CONFIRM_FIRST);
    }
  }

  private void check(Person person, Redacted<String> current) {
    limits.spend(RateLimit.SIGN_IN_BY_EMAIL, person.email());
    if (people.findByPassword(person.email(), current).isEmpty()) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("current", "identity.field.current")));
    }
    limits.giveBack(RateLimit.SIGN_IN_BY_EMAIL, person.email());
  }

  /// @param zone such as `Europe/Berlin`
  /// @throws Refusal `invalid` with the fields `name` and `zone`
  @Transactional
  Person describe(SignedIn me, String name, String zone, HttpServletRequest request) {
    var problems = new ArrayList<FieldProblem>();
    if (!People.isName(name)) {
      problems.add(new FieldProblem("name", "identity.field.name"));
    }
    var where = zone(zone);
    if (where.isEmpty()) {
      problems.add(new FieldProblem("zone", "identity.field.zone"));
    }
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
    var before = people.get(me.id());
    var person =
        new Person(me.id(), name.strip(), before.email(), before.roles(), where.orElseThrow());
    people.update(person);
    signIns.renew(me.id(), request);
    trail.own(person, AuditAction.CHANGED, "identity.account", "asked");
    return person;
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /// @return the recovery codes, shown once
  @Transactional
  List<String> addSecondStep(SignedIn me, String code, HttpServletRequest request) {
    requireFresh(request);
    var codes = secondSteps.confirm(me.id(), code);
    tell(me, AuditAction.CREATED, "identity.second-step");
    return codes;
  }

  /// Only who may do without: a client.
  @Transactional
  void removeSecondStep(SignedIn me, HttpServletRequest request) {
    requireFresh(request);
    if (people.get(me.id()).needsSecondStep()) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    secondSteps.remove(me.id());
    tell(me, AuditAction.DELETED, "identity.second-step");
  }

  @Transactional
  List<String> renewRecoveryCodes(SignedIn me, HttpServletRequest request) {
    requireFresh(request);
    if (!secondSteps.isSetUp(me.id())) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var codes = secondSteps.renewRecoveryCodes(me.id());
    tell(me, AuditAction.CHANGED, "identity.recovery-codes");
    return codes;
  }

  @Transactional
  void removePasskey(SignedIn me, String id) {
    passkeys.remove(me.id(), id);
    tell(people.get(me.id()));
  }

  @Transactional
  void removeAllPasskeys(SignedIn me) {
    if (passkeys.removeAll(me.id()) > 0) {
      tell(people.get(me.id()));
    }
  }

  /// Says by mail that a passkey was added.
  void tellOfPasskey(SignedIn me) {
    tell(people.get(me.id()));
  }

  private void tell(SignedIn me, AuditAction action, String thing) {
    var person = people.get(me.id());
    trail.own(person, action, thing, "asked");
    tell(person);
  }

  private void tell(Person person) {
    notifications.mail(
        person.email(),
        Notice.SECOND_STEP_CHANGED,
        person.name(),
        new Link("/account"),
        new Link("/sign-in/forgotten"));
  }
}
