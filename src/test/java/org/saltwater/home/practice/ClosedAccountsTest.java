package org.saltwater.home.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.therapists.TherapistLeft;
import org.springframework.beans.factory.annotation.Autowired;

@SaltwaterTest
class ClosedAccountsTest {
  @Autowired ClosedAccounts accounts;
  @Autowired People people;
  @Autowired SignIns signIns;

  @Test
  void whoWasATherapistOnlyHasNoAccountLeft() {
    var amara = person(Role.THERAPIST);
    leave(amara);

    assertThat(people.isRetired(amara.id())).isTrue();
    assertThat(people.findByEmail(amara.email())).as("free for an invitation anew").isEmpty();
  }

  @Test
  void whoAlsoSupervisesStaysAndIsATherapistNoMore() {
    var amara = person(Role.THERAPIST, Role.SUPERVISOR);
    signIns.issue(amara.id(), "Test");
    leave(amara);

    assertThat(people.isRetired(amara.id())).isFalse();
    assertThat(people.get(amara.id()).roles()).containsExactly(Role.SUPERVISOR);
    assertThat(people.listWith(Role.THERAPIST)).doesNotContain(amara);
    assertThat(signIns.list(amara.id())).isEmpty();
  }

  private void leave(Person person) {
    accounts.on(
        new TherapistLeft(
            new TherapistId(person.id().value()), new TherapistId(PersonId.random().value())));
  }

  private Person person(Role... roles) {
    var id = PersonId.random();
    var person =
        new Person(id, "Amara", id + "@example.org", Set.of(roles), ZoneId.of("Europe/Berlin"));
    people.addAll(List.of(person));
    return person;
  }
}
