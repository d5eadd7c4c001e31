package org.saltwater.identity;

import org.saltwater.kernel.PersonId;

/// Someone invited to work here has chosen a password.
public record InvitationAccepted(PersonId person) {}
