package org.saltwater.kernel;

import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Set;

/// The person behind a request. Small on purpose: it is stored with every sign-in.
///
/// @param name what they want to be called
/// @param zone where their clock runs
public record SignedIn(PersonId id, String name, Set<Role> roles, ZoneId zone)
    implements Principal, Serializable {
  public SignedIn {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /// @throws IllegalStateException if the person is not a client
  public ClientId client() {
    if (!is(Role.CLIENT)) {
      throw new IllegalStateException("not a client");
    }
    return ClientId.of(id);
  }

  /// @throws IllegalStateException if the person is not a therapist
  public TherapistId therapist() {
    if (!is(Role.THERAPIST)) {
      throw new IllegalStateException("not a therapist");
    }
    return TherapistId.of(id);
  }

  @Override
  public String getName() {
    return id.toString();
  }

  @Override
  public String toString() {
    return "SignedIn[" + id + "]";
  }
}
