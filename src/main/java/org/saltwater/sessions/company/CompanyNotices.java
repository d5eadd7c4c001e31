package org.saltwater.sessions.company;

import java.time.Clock;
import org.saltwater.identity.People;
import org.saltwater.kernel.PersonId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.sessions.TherapySession;
import org.springframework.stereotype.Component;

/// Tells whoever has an account here that they are asked, while there is time to think about it: a
/// question that is met first in the waiting room is hard to say no to. No mail says who it is.
@Component
class CompanyNotices {
  private final Notifications notifications;
  private final People people;
  private final Clock clock;

  CompanyNotices(Notifications notifications, People people, Clock clock) {
    this.notifications = notifications;
    this.people = people;
    this.clock = clock;
  }

  /// @param by one of the two who meet, who has asked
  void asked(TherapySession session, Companion companion, PersonId by) {
    if (!clock.instant().isBefore(session.opensAt())) {
      // The room is open: both see it there.
      return;
    }
    tell(session.other(by), "/sessions/" + session.id() + "/company");
    companion.supervisor().ifPresent(it -> tell(it, "/along/" + companion.id()));
  }

  private void tell(PersonId id, String path) {
    people
        .find(id)
        .ifPresent(
            person ->
                notifications.mail(
                    person.email(), Notice.COMPANY_ASKED, person.name(), new Link(path)));
  }
}
