package org.saltwater.identity;

import org.saltwater.kernel.PersonId;

/// Sign-ins of a person ended before their time; whatever is still open for them closes.
public record SignInsRevoked(PersonId person) {}
