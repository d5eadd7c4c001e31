package org.saltwater.identity;

import org.saltwater.identity.link.LinkKind;
import org.saltwater.identity.link.OneTimeLinks;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.stereotype.Component;

/// Asks the owner of an address whether it is theirs. Nothing waits for the answer: someone who
/// needs help is not sent to their inbox first.
@Component
class EmailConfirmation {
  private final OneTimeLinks links;
  private final Notifications notifications;

  EmailConfirmation(OneTimeLinks links, Notifications notifications) {
    this.links = links;
    this.notifications = notifications;
  }

  void ask(Person person) {
    var token = links.issue(LinkKind.CONFIRM_EMAIL, person.id());
    notifications.mail(
        person.email(), Notice.CONFIRM_EMAIL, person.name(), "/confirm/" + token.text());
  }
}
