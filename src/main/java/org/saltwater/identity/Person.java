package org.saltwater.identity;

import java.time.ZoneId;
import java.util.Set;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;

/// Anyone who can sign in.
///
/// @param name what they want to be called
/// @param email as they wrote it; compared without regard to case
/// @param zone where their clock runs
public record Person(PersonId id, String name, String email, Set<Role> roles, ZoneId zone) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /// Everyone who can reach other people's data proves it is them in two ways.
  public boolean needsSecondStep() {
    return !roles.equals(Set.of(Role.CLIENT));
  }

  SignedIn signedIn() {
    return new SignedIn(id, name, roles, zone);
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
