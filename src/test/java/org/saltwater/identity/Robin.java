package org.saltwater.identity;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;

/// Somebody with an account, each time somebody else.
final class Robin {
  static final String PASSWORD = "the sea after rain, again";

  private Robin() {}

  static Person registeredWith(People people, Role role) {
    return people.register(
        new NewPerson(
            PersonId.random(),
            "Robin",
            UUID.randomUUID() + "@example.org",
            Set.of(role),
            ZoneId.of("Europe/Berlin"),
            new Redacted<>(PASSWORD)));
  }
}
