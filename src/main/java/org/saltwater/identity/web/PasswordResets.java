package org.saltwater.identity.web;

import java.util.List;
import org.saltwater.audit.AuditAction;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.link.LinkKind;
import org.saltwater.identity.link.OneTimeLinks;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.identity.trail.Trail;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A new password for who lost theirs, by a link to their address.
@Component
class PasswordResets {
  private final People people;
  private final SignIns signIns;
  private final OneTimeLinks links;
  private final Passkeys passkeys;
  private final Notifications notifications;
  private final RateLimits limits;
  private final Trail trail;

  PasswordResets(
      People people,
      SignIns signIns,
      OneTimeLinks links,
      Passkeys passkeys,
      Notifications notifications,
      RateLimits limits,
      Trail trail) {
    this.people = people;
    this.signIns = signIns;
    this.links = links;
    this.passkeys = passkeys;
    this.notifications = notifications;
    this.limits = limits;
    this.trail = trail;
  }

  /// Mails a link if the address has an account. The caller learns nothing of whether it has: the
  /// answer is the same, and the mail goes out after it.
  @Transactional
  void ask(String email, String address) {
    if (!People.isEmail(email)) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("email", "identity.field.email")));
    }
    limits.spend(RateLimit.RESET_BY_ADDRESS, address);
    limits.spend(RateLimit.RESET_BY_EMAIL, email);
    people
        .findByEmail(email)
        .filter(person -> !people.isRetired(person.id()) && people.hasPassword(person.id()))
        .ifPresent(this::mail);
  }

  private void mail(Person person) {
    notifications.mail(
        person.email(),
        Notice.PASSWORD_RESET,
        person.name(),
        links.link(LinkKind.PASSWORD_RESET, person.id(), "/reset/"));
    trail.own(person, AuditAction.CREATED, "identity.password-reset", "asked");
  }

  boolean isOpen(String token) {
    return links.find(LinkKind.PASSWORD_RESET, token).isPresent();
  }

  /// Sets the new password, removes every passkey and signs the person out everywhere: whoever had
  /// got in is out. A refused password leaves the link good.
  ///
  /// @throws Refusal `link-spent`, or `invalid` with what is wrong with the password
  @Transactional
  void use(String token, Redacted<String> password) {
    var id =
        links
            .spend(LinkKind.PASSWORD_RESET, token)
            .orElseThrow(() -> new Refusal(IdentityProblem.LINK_SPENT));
    var person = people.get(id);
    people.setPassword(person, password);
    people.confirmEmail(id);
    passkeys.removeAll(id);
    signIns.revokeAll(id);
    notifications.mail(
        person.email(), Notice.PASSWORD_CHANGED, person.name(), new Link("/sign-in/forgotten"));
  }
}
