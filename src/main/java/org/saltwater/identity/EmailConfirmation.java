package org.saltwater.identity;

import org.saltwater.identity.link.LinkKind;
import org.saltwater.identity.link.OneTimeLinks;
import org.saltwater.kernel.Refusal;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.stereotype.Component;

/// Asks the owner of an address whether it is theirs. Nothing waits for the answer: someone who
/// needs help is not sent to their inbox first.
@Component
class EmailConfirmation {
  private final OneTimeLinks links;
  private final Notifications notifications;
  private final RateLimits limits;

  EmailConfirmation(OneTimeLinks links, Notifications notifications, RateLimits limits) {
    this.links = links;
    this.notifications = notifications;
    this.limits = limits;
  }

  void ask(Person person) {
    notifications.mail(
        person.email(),
        Notice.CONFIRM_EMAIL,
        person.name(),
        links.link(LinkKind.CONFIRM_EMAIL, person.id(), "/confirm/"));
  }

  /// Tells someone with an account that somebody tried to make another with their address; once a
  /// day, so that nobody's inbox is filled with it.
  void tellOwner(Person person) {
    try {
      limits.spend(RateLimit.ADDRESS_NOTICE, person.email());
    } catch (Refusal told) {
      return;
    }
    notifications.mail(
        person.email(), Notice.ADDRESS_ALREADY_USED, person.name(), new Link("/sign-in"));
  }
}
