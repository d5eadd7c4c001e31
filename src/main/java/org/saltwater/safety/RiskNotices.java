package org.saltwater.safety;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Role;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells people that a flag waits. The mail says that, and where to look: not whose, not why, not
/// how urgent.
@Component
class RiskNotices {
  private static final String PAGE = "/risk-flags";

  private final RiskFlagRows rows;
  private final OnCall onCall;
  private final People people;
  private final Notifications notifications;
  private final Clock clock;

  RiskNotices(
      RiskFlagRows rows, OnCall onCall, People people, Notifications notifications, Clock clock) {
    this.rows = rows;
    this.onCall = onCall;
    this.people = people;
    this.notifications = notifications;
    this.clock = clock;
  }

  /// Whoever is on call; with nobody there, every coordinator, so that a flag never reaches nobody.
  void tellOnCall() {
    var there = peopleOnCall();
    tell(there.isEmpty() ? people.listWith(Role.COORDINATOR) : there, Notice.RISK_FLAG);
  }

  /// Again and again, and to the coordinators too, once the time for contact has passed; and to
  /// whoever comes on call while someone still waits.
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  @Transactional
  public void remind() {
    var come = onCall.takeJustCome();
    if (rows.isSomeoneWaiting()) {
      tell(come.stream().flatMap(id -> people.find(id).stream()).toList(), Notice.RISK_FLAG);
    }
    if (!rows.takeOverdue(clock.instant()).isEmpty()) {
      tell(
          Stream.concat(peopleOnCall().stream(), people.listWith(Role.COORDINATOR).stream())
              .distinct()
              .toList(),
          Notice.RISK_FLAG_OVERDUE);
    }
  }

  private List<Person> peopleOnCall() {
    return onCall.listNow().stream().flatMap(id -> people.find(id).stream()).toList();
  }

  private void tell(List<Person> whom, Notice notice) {
    whom.forEach(
        person -> notifications.mail(person.email(), notice, person.name(), new Link(PAGE)));
  }
}
