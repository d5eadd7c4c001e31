package org.saltwater.sessions.company;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.stereotype.Component;

/// What those who come along are called. The name of someone without an account is sealed with the
/// key of the client whose hour it is, and opened for those in that hour alone: whoever asks is one
/// of the two, or has come along themselves.
@Component
class CompanionNames {
  private final Vault vault;
  private final People people;

  CompanionNames(Vault vault, People people) {
    this.vault = vault;
    this.people = people;
  }

  byte[] seal(ClientId client, UUID companion, String name) {
    return vault.seal(new KeyScope.OfClient(client), place(companion), name);
  }

  String of(
      ClientId client, UUID companion, Optional<PersonId> supervisor, byte @Nullable [] sealed) {
    if (supervisor.isPresent()) {
      return people.find(supervisor.get()).map(Person::name).orElse("");
    }
    return sealed == null
        ? ""
        : vault.open(Evidence.own(client), new KeyScope.OfClient(client), place(companion), sealed);
  }

  private static Place place(UUID companion) {
    return new Place("sessions_companion", companion, "sealed_name");
  }
}
