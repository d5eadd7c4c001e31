package org.saltwater.identity;

import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;

/// One invented person whom the demo's sign-in page offers with one click.
///
/// @param role the role under which the page lists them
/// @param name what they are called
/// @param story one line that says why one would want to be them, such as “first appointment
///     tomorrow”
public record DemoPerson(PersonId id, Role role, String name, String story) {}
