package org.saltwater.home.practice;

import java.util.stream.Collectors;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Role;
import org.saltwater.therapists.TherapistLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever leaves the practice is signed out at once, wherever they are, in the same step. The
/// account of someone who was nothing else here is closed; anyone else is a therapist no more.
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
    people.find(id).ifPresent(this::close);
    signIns.revokeAll(id);
  }

  private void close(Person person) {
    var roles =
        person.roles().stream()
            .filter(role -> role != Role.THERAPIST)
            .collect(Collectors.toUnmodifiableSet());
    if (roles.isEmpty()) {
      people.retire(person.id());
    } else {
      people.update(new Person(person.id(), person.name(), person.email(), roles, person.zone()));
    }
  }
}
