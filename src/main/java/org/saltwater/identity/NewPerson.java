package org.saltwater.identity;

import java.time.ZoneId;
import java.util.Set;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;

/// Someone about to have an account, as they filled in the form.
///
/// @param id for a client the id their questionnaire began with
public record NewPerson(
    PersonId id,
    String name,
    String email,
    Set<Role> roles,
    ZoneId zone,
    Redacted<String> password) {

  Person person() {
    return new Person(id, name.strip(), email.strip(), roles, zone);
  }

  @Override
  public String toString() {
    return "NewPerson[" + id + "]";
  }
}
