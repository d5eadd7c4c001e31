package org.saltwater.home.practice;

import java.util.Set;
import org.saltwater.identity.People;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Role;
import org.saltwater.therapists.TherapistLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever leaves the practice is signed out at once, wherever they are, in the same step. The
/// account of someone who was nothing else here is closed.
@Component
class ClosedAccounts {
  private final People people;
  private final SignIns signIns;

  ClosedAccounts(People people, SignIns signIns) {
    this.people = people;
    this.signIns = signIns;
  }

  @EventListener
  void on(TherapistLeft left) {
    var id = left.therapist().person();
    people
        .find(id)
        .filter(person -> person.roles().equals(Set.of(Role.THERAPIST)))
        .ifPresent(person -> people.retire(id));
    signIns.revokeAll(id);
  }
}
